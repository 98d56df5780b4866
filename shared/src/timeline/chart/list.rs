//! The calls one under the other, each line under the thread's name: the form for narrow terminals.

use super::Chart;
use super::line::Line;
use crate::terminal::{Style, Tone, wrap};
use crate::timeline::wording::Signs;

/// Draws the chart line by line.
pub fn draw(chart: &Chart, lines: &[Line], style: Style) -> Vec<String> {
    let mut drawn = Vec::new();
    let (mut before, signs) = (None, Signs::of(style));
    for line in lines {
        if before != Some(line.lane) {
            let name = wrap(&chart.lanes[line.lane], style.width);
            drawn.extend(name.iter().map(|name| style.paint(Tone::Strong, name)));
        }
        before = Some(line.lane);
        let text = format!("{} {} {}", line.time, line.part.sign(signs), line.words);
        let pieces = wrap(&text, style.width.saturating_sub(INDENT));
        drawn.extend(
            pieces
                .iter()
                .map(|piece| format!("{:INDENT$}{}", "", style.paint(line.tone, piece))),
        );
    }
    drawn
}

/// A line is set in by so much.
const INDENT: usize = 2;
