//! What the lines and shapes of a picture mean, below it.

use super::super::study::Study;
use super::place::{MARGIN, Places};
use super::{edges, escape, nodes};

/// What a sample takes, and how far apart the lines of the legend are.
const SAMPLE: i32 = 38;
const LINE: i32 = 26;
/// Between two entries of a line.
const GAP: i32 = 22;
/// What a character takes in the page's font at 13 units, generously.
const CHARACTER: i32 = 7;

/// Holds the legend as drawn.
pub struct Legend {
    pub drawn: String,
    /// Where the picture ends.
    pub bottom: i32,
}

impl Legend {
    /// Returns what the legend needs at least: the entry that tells of the fault is as long as its words.
    pub fn width(study: &Study<'_>) -> i32 {
        2 * MARGIN + width(&doomed(study)).max(width(edges::SHORTEST))
    }

    /// Draws the legend below the picture: as many entries on a line as there is room for.
    pub fn of(study: &Study<'_>, places: &Places) -> Self {
        let lines = edges::examples(study).into_iter();
        let entries = lines.chain(nodes::examples(places, &doomed(study)));
        let (mut x, mut y, mut drawn) = (MARGIN, places.height + LINE, String::new());
        for (sample, meaning) in entries {
            let width = width(&meaning);
            if x > MARGIN && x + width + MARGIN > places.width {
                (x, y) = (MARGIN, y + LINE);
            }
            drawn += &entry(x, y, &sample, &meaning);
            x += width + GAP;
        }
        let attributes = "class=\"legend\" font-family=\"sans-serif\" font-size=\"13\"";
        Self {
            drawn: format!("<g {attributes}>{drawn}\n</g>"),
            bottom: y + LINE,
        }
    }
}

fn doomed(study: &Study<'_>) -> String {
    format!("every continuation {}", study.figure.fault.one)
}

/// Returns what an entry takes.
fn width(meaning: &str) -> i32 {
    SAMPLE + CHARACTER * i32::try_from(meaning.chars().count()).expect("a meaning is short")
}

fn entry(x: i32, y: i32, sample: &str, meaning: &str) -> String {
    let (middle, text, baseline) = (x + 15, x + SAMPLE, y + 4);
    let meaning = escape(meaning);
    let words = format!("<text x=\"{text}\" y=\"{baseline}\">{meaning}</text>");
    format!("\n<g transform=\"translate({middle} {y})\">{sample}</g>{words}")
}
