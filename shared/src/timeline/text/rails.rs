//! The steps one under the other, beside a rail for each thread: dots show who steps, lines who lives meanwhile.

use super::sheet::{Part, Sheet, left_out, length, tone, wrapped};
use crate::terminal::{Tone, wrap};
use crate::timeline::wording::{Entry, Life, Mark, lives};

/// The narrowest room for text in which this form reads better than the next one.
const LEAST_ROOM: usize = 16;

/// The width of the column of numbers, and of a gap between two columns.
const NUMBER: usize = 3;
const GAP: usize = 2;

/// Draws the timeline beside rails, if there is room for its text.
pub fn draw(sheet: &Sheet<'_>) -> Option<Vec<String>> {
    let rails = Rails::that_fit(sheet)?;
    let mut lines = Vec::new();
    let mut before = None;
    for (row, part) in sheet.parts.iter().enumerate() {
        match part {
            Part::Row(entry) => {
                lines.extend(rails.row(row, entry, before != Some(entry.lane)));
                before = Some(entry.lane);
            }
            Part::Gap(first, last) => lines.extend(rails.gap(row, *first, *last)),
        }
    }
    Some(lines)
}

/// Holds how wide each column is drawn.
struct Rails<'a> {
    sheet: &'a Sheet<'a>,
    lives: Vec<Option<Life>>,
    name: usize,
    text: usize,
    /// Whether there is room for the source.
    has_source: bool,
}

impl<'a> Rails<'a> {
    fn that_fit(sheet: &'a Sheet<'a>) -> Option<Self> {
        let name = sheet.lanes.iter().map(|name| length(name)).max()?;
        let lead = NUMBER + 2 * sheet.lanes.len() + GAP + name + GAP;
        let room = sheet.width().checked_sub(lead)?;
        let words = || sheet.rows().flat_map(Entry::words);
        let least = words().map(length).max()?.max(LEAST_ROOM);
        let text = sheet.rows().map(Entry::width).max()?;
        let source = sheet.rows().map(|entry| length(&entry.source)).max()?;
        (room >= least).then(|| Self {
            sheet,
            lives: lives(sheet.lanes.len(), sheet.numbered_rows()),
            name,
            text: text.min(room),
            has_source: source > 0 && text + GAP + source <= room,
        })
    }

    /// Draws a row; a thread's name stands out where it takes over.
    fn row(&self, row: usize, entry: &Entry, takes_over: bool) -> Vec<String> {
        let mut texts = wrapped(entry, self.text);
        texts.extend(entry.note.iter().flat_map(|note| wrap(note, self.text)));
        let mut lines = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            let lead = if index == 0 {
                self.lead(row, entry, takes_over)
            } else {
                let blank = self.name + GAP;
                format!("{:NUMBER$} {}  {:blank$}", "", self.between(row), "")
            };
            let text = self.sheet.padded(tone(entry.mark), text, self.text);
            let is_sourced = index == 0 && self.has_source;
            let source = if is_sourced { &entry.source } else { "" };
            lines.push(format!("{lead}{text}  {}", self.sheet.dim(source)));
        }
        lines
    }

    /// Draws what stands before a row's text.
    fn lead(&self, row: usize, entry: &Entry, takes_over: bool) -> String {
        let tone = if takes_over { Tone::Strong } else { Tone::Dim };
        let name = &self.sheet.lanes[entry.lane];
        let name = self.sheet.padded(tone, name, self.name);
        let number = self.sheet.right(&self.sheet.number(entry), NUMBER);
        format!("{number} {}  {name}  ", self.dots(row, entry))
    }

    fn gap(&self, row: usize, first: usize, last: usize) -> Vec<String> {
        let number = self.sheet.right(self.sheet.signs.gap, NUMBER);
        let lead = format!("{number} {}  ", self.between(row));
        let texts = wrap(&left_out(first, last), self.name + GAP + self.text);
        texts.iter().map(|text| format!("{lead}{text}")).collect()
    }

    /// Draws the rails in a row: a dot for the thread that steps, lines for the others that live.
    fn dots(&self, row: usize, entry: &Entry) -> String {
        let is_waiting = entry.mark == Mark::Waits;
        let signs = self.sheet.signs;
        let dot = if is_waiting { signs.ring } else { signs.dot };
        self.rails(|lane, life| {
            if lane == entry.lane {
                self.sheet.paint(tone(entry.mark), dot)
            } else {
                self.line(row > 0 && life.goes_on_after(row - 1) && life.goes_on_after(row))
            }
        })
    }

    /// Draws the rails between a row and the next.
    fn between(&self, row: usize) -> String {
        self.rails(|_, life| self.line(life.goes_on_after(row)))
    }

    fn rails(&self, rail: impl Fn(usize, Life) -> String) -> String {
        let lives = self.lives.iter().enumerate();
        let rails = lives.map(|(lane, life)| life.map_or(" ".to_owned(), |life| rail(lane, life)));
        rails.collect::<Vec<_>>().join(" ")
    }

    fn line(&self, is_drawn: bool) -> String {
        if is_drawn {
            self.sheet.dim(self.sheet.signs.bar)
        } else {
            " ".to_owned()
        }
    }
}
