//! Where everything in a picture stands, in user units: measured from the texts before anything is drawn.

use crate::timeline::chart::Line;
use crate::timeline::wording::Entry;

/// What a character takes at 13 units: Chromium measures 7.83 in DejaVu Sans Mono, 7.80 in Liberation Mono.
/// What is left free beside each text takes up a wider face.
const CHARACTER: usize = 8;

const MARGIN: usize = 8;
/// Between a lane and what stands beside it.
const BETWEEN: usize = 8;
/// The heights of the lanes' names, a row, the note below it, the verdict.
const HEAD: usize = 30;
const ROW: usize = 24;
const NOTE: usize = 18;
/// Between the calls and the steps.
const GAP: usize = 16;
const VERDICT: usize = 28;

/// Holds the places of all parts of a picture.
pub struct Layout {
    pub lanes: Vec<Lane>,
    pub calls: Vec<Row>,
    pub rows: Vec<Row>,
    /// Where the numbers end.
    pub numbers: usize,
    /// Where the sources begin.
    pub sources: usize,
    /// Where the lanes end.
    pub bottom: usize,
    pub width: usize,
    pub height: usize,
}

/// Tells where a lane stands.
#[derive(Clone, Copy)]
pub struct Lane {
    pub left: usize,
    pub width: usize,
}

/// Tells where a row stands, its note included.
#[derive(Clone, Copy)]
pub struct Row {
    pub top: usize,
    pub height: usize,
}

impl Layout {
    /// Where the lanes begin.
    pub const TOP: usize = MARGIN;
    /// The baseline of the lanes' names.
    pub const NAMES: usize = MARGIN + 20;

    pub fn of(names: &[String], calls: &[Line], entries: &[Entry], verdict: &str) -> Self {
        let digits = |entry: &Entry| entry.number.map_or(0, |number| length(&number.to_string()));
        let times = calls.iter().map(|line| length(&line.time));
        let numbers = MARGIN + widest(entries.iter().map(digits).chain(times));
        let lanes = lanes(numbers + BETWEEN, names, calls, entries);
        let calls = called(calls);
        let top = calls.last().map_or(MARGIN + HEAD, |row| row.bottom() + GAP);
        let rows = rows(top, entries);
        let sources = lanes.last().map_or(numbers, |lane| lane.right()) + BETWEEN;
        let sources_end = sources + widest(entries.iter().map(|entry| length(&entry.source)));
        let verdict_end = numbers + BETWEEN + widest([length(verdict)].into_iter());
        let last = rows.last().map_or(top, |row| row.bottom());
        let bottom = last + BETWEEN;
        Self {
            lanes,
            calls,
            rows,
            numbers,
            sources,
            bottom,
            width: sources_end.max(verdict_end) + MARGIN,
            height: bottom + VERDICT + MARGIN,
        }
    }

    /// Returns where the first lane begins.
    pub fn left(&self) -> usize {
        self.numbers + BETWEEN
    }

    /// Returns the height of the line between the calls and the steps.
    pub fn between(&self) -> Option<usize> {
        let last = self.calls.last()?;
        Some(last.bottom() + GAP / 2)
    }

    /// Returns the baseline of the verdict.
    pub fn verdict(&self) -> usize {
        self.bottom + 22
    }
}

impl Lane {
    const TEXT: usize = 26;

    fn right(self) -> usize {
        self.left + self.width
    }

    /// Returns where the line of the thread's life runs.
    pub fn life(self) -> usize {
        self.left + 14
    }

    /// Returns where texts begin.
    pub fn text(self) -> usize {
        self.left + Self::TEXT
    }
}

impl Row {
    /// Returns the baseline of the row's text.
    pub fn text(self) -> usize {
        self.top + 16
    }

    /// Returns the height of the middle of its letters.
    pub fn middle(self) -> usize {
        self.top + 12
    }

    pub fn bottom(self) -> usize {
        self.top + self.height
    }

    /// Returns the baseline of its note.
    pub fn note(self) -> usize {
        self.text() + NOTE
    }
}

fn lanes(mut left: usize, names: &[String], calls: &[Line], entries: &[Entry]) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let here = entries.iter().filter(|entry| entry.lane == index);
        let called = calls.iter().filter(|line| line.lane == index);
        let words = called.map(|line| length(&line.words));
        let texts = here.map(Entry::width).chain(words).chain([length(name)]);
        let width = Lane::TEXT + widest(texts) + BETWEEN;
        lanes.push(Lane { left, width });
        left += width + BETWEEN;
    }
    lanes
}

fn called(calls: &[Line]) -> Vec<Row> {
    let row = |index| Row {
        top: MARGIN + HEAD + index * ROW,
        height: ROW,
    };
    (0..calls.len()).map(row).collect()
}

fn rows(mut top: usize, entries: &[Entry]) -> Vec<Row> {
    let row = |entry: &Entry| {
        let height = ROW + entry.note.as_ref().map_or(0, |_| NOTE);
        top += height;
        Row {
            top: top - height,
            height,
        }
    };
    entries.iter().map(row).collect()
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// Returns what the longest of these numbers of characters takes.
fn widest(lengths: impl Iterator<Item = usize>) -> usize {
    lengths.max().unwrap_or(0) * CHARACTER
}
