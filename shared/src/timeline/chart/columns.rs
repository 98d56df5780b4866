//! A column for each thread that calls, the calls drawn from their begin to their return.

use super::Chart;
use super::line::Line;
use crate::terminal::{Style, Tone};
use crate::timeline::wording::Signs;

/// What stands between two columns, a bar with its spaces, takes so much.
const BETWEEN: usize = 3;

/// Draws the chart in columns, if they fit.
pub fn draw(chart: &Chart, lines: &[Line], style: Style) -> Option<Vec<String>> {
    let columns = Columns::of(chart, lines, style);
    (columns.width() <= style.width).then(|| {
        let lines = lines.iter().map(|line| columns.line(line));
        [columns.head(), columns.rule()]
            .into_iter()
            .chain(lines)
            .collect()
    })
}

/// Holds how wide each column is drawn.
struct Columns<'a> {
    chart: &'a Chart,
    style: Style,
    signs: Signs,
    time: usize,
    /// The lanes that make calls, and their widths.
    lanes: Vec<(usize, usize)>,
}

impl<'a> Columns<'a> {
    fn of(chart: &'a Chart, lines: &[Line], style: Style) -> Self {
        let times = lines.iter().map(|line| length(&line.time));
        let width = |lane: usize| {
            let lines = lines.iter().filter(|line| line.lane == lane);
            let widest = lines.map(|line| 2 + length(&line.words)).max()?;
            Some((lane, widest.max(length(&chart.lanes[lane]))))
        };
        Self {
            chart,
            style,
            signs: Signs::of(style),
            time: times.max().unwrap_or(0).max(length(chart.clock)),
            lanes: (0..chart.lanes.len()).filter_map(width).collect(),
        }
    }

    fn width(&self) -> usize {
        let columns = self.lanes.iter().map(|(_, width)| BETWEEN + width);
        // The rule goes on for one sign under what stands beside the last column.
        self.time + columns.sum::<usize>() + 1
    }

    fn head(&self) -> String {
        self.row(self.chart.clock, |lane| {
            (Tone::Strong, self.chart.lanes[lane].clone())
        })
    }

    fn rule(&self) -> String {
        let stretch = |width: usize| self.signs.rule.repeat(width);
        let columns = self.lanes.iter().map(|(_, width)| width + 2);
        let columns = columns.map(|width| self.signs.crossing.to_owned() + &stretch(width));
        self.style.paint(
            Tone::Dim,
            &(stretch(self.time + 1) + &columns.collect::<String>()),
        )
    }

    fn line(&self, line: &Line) -> String {
        self.row(&line.time, |lane| {
            if lane == line.lane {
                (
                    line.tone,
                    format!("{} {}", line.part.sign(self.signs), line.words),
                )
            } else if line.going_on.contains(&lane) {
                (Tone::Plain, self.signs.bar.to_owned())
            } else {
                (Tone::Plain, String::new())
            }
        })
    }

    fn row(&self, time: &str, cell: impl Fn(usize) -> (Tone, String)) -> String {
        let fill = self.time - length(time);
        let mut row = format!("{:fill$}{}", "", self.style.paint(Tone::Dim, time));
        for &(lane, width) in &self.lanes {
            let (tone, text) = cell(lane);
            let fill = width - length(&text);
            let bar = self.style.paint(Tone::Dim, self.signs.bar);
            row += &format!(" {bar} {}{:fill$}", self.style.paint(tone, &text), "");
        }
        row
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}
