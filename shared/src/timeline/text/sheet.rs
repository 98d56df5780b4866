//! What every form of a timeline's text draws on: the rows, the width, the signs and the colours.

use crate::terminal::{Style, Tone, wrap};
use crate::timeline::wording::{Entry, Mark, Signs};

/// Of more rows than three times this, so many are shown at either end.
const SHOWN: usize = 20;

/// Holds what is to be drawn, and how it may look.
pub struct Sheet<'a> {
    pub lanes: &'a [String],
    pub parts: Vec<Part>,
    pub signs: Signs,
    style: Style,
}

/// Is a row of the timeline, or stands for some that are left out.
pub enum Part {
    Row(Entry),
    /// The first and the last number that are left out.
    Gap(usize, usize),
}

impl<'a> Sheet<'a> {
    pub fn new(lanes: &'a [String], entries: Vec<Entry>, style: Style, signs: Signs) -> Self {
        let parts = shortened(entries);
        Self {
            lanes,
            parts,
            signs,
            style,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub fn width(&self) -> usize {
        self.style.width
    }

    pub fn rows(&self) -> impl Iterator<Item = &Entry> {
        self.numbered_rows().map(|(_, entry)| entry)
    }

    /// Lists the rows, each with its place among the parts.
    pub fn numbered_rows(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let parts = self.parts.iter().enumerate();
        parts.filter_map(|(row, part)| match part {
            Part::Row(entry) => Some((row, entry)),
            Part::Gap(..) => None,
        })
    }

    pub fn dim(&self, text: &str) -> String {
        self.style.paint(Tone::Dim, text)
    }

    pub fn paint(&self, tone: Tone, text: &str) -> String {
        self.style.paint(tone, text)
    }

    /// Returns the number of a row as it is shown.
    pub fn number(&self, entry: &Entry) -> String {
        match entry.number {
            Some(number) => number.to_string(),
            None if entry.mark == Mark::Waits => self.signs.pending.to_owned(),
            None => String::new(),
        }
    }

    /// Dims a number and puts it to the right of its column.
    pub fn right(&self, number: &str, width: usize) -> String {
        let fill = width.saturating_sub(length(number));
        format!("{:fill$}{}", "", self.dim(number))
    }

    /// Paints a text and fills it up with spaces.
    pub fn padded(&self, tone: Tone, text: &str, width: usize) -> String {
        let fill = width.saturating_sub(length(text));
        format!("{}{:fill$}", self.style.paint(tone, text), "")
    }
}

/// Leaves out what nobody would read, but nothing remarkable.
fn shortened(entries: Vec<Entry>) -> Vec<Part> {
    let end = entries.len().saturating_sub(SHOWN);
    let inner = if entries.len() > 3 * SHOWN {
        SHOWN..end
    } else {
        0..0
    };
    let mut parts = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let number = index + 1;
        match parts.last_mut() {
            _ if !inner.contains(&index) || entry.note.is_some() => parts.push(Part::Row(entry)),
            Some(Part::Gap(_, last)) => *last = number,
            _ => parts.push(Part::Gap(number, number)),
        }
    }
    parts
}

/// Says what a gap leaves out.
pub fn left_out(first: usize, last: usize) -> String {
    if first == last {
        format!("step {first} is left out")
    } else {
        format!("steps {first} to {last} are left out")
    }
}

/// Returns how a row is painted, its note included.
pub fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::None => Tone::Plain,
        Mark::Stale | Mark::Waits => Tone::Warning,
        Mark::Fails => Tone::Bad,
    }
}

pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Breaks a row's text into lines, rather before its outcome than inside it.
pub fn wrapped(entry: &Entry, room: usize) -> Vec<String> {
    const INDENT: usize = 2;
    let text = entry.text();
    if length(&text) <= room {
        return vec![text];
    }
    let mut lines = wrap(&entry.action, room);
    if !entry.outcome.is_empty() {
        let outcome = wrap(&entry.outcome, room.saturating_sub(INDENT));
        lines.extend(outcome.iter().map(|line| format!("{:INDENT$}{line}", "")));
    }
    lines
}
