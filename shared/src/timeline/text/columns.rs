//! The threads side by side, a column each: the picture that everybody draws.

use super::sheet::{Part, Sheet, left_out, length, tone};
use crate::terminal::{Tone, wrap};
use crate::timeline::wording::Entry;

/// The width of the column of numbers, and of what stands between two columns.
const NUMBER: usize = 4;
const BETWEEN: usize = 3;

/// A note is set in by so much.
const INDENT: usize = 2;

/// Draws the timeline in columns, if they fit.
pub fn draw(sheet: &Sheet<'_>) -> Option<Vec<String>> {
    let columns = Columns::that_fit(sheet)?;
    let mut lines = vec![columns.head(), columns.rule()];
    for part in &sheet.parts {
        match part {
            Part::Row(entry) => lines.extend(columns.row(entry)),
            Part::Gap(first, last) => lines.extend(columns.gap(*first, *last)),
        }
    }
    Some(lines)
}

/// Holds how wide each lane is drawn, and the source, if there is room for it.
struct Columns<'a> {
    sheet: &'a Sheet<'a>,
    lanes: Vec<usize>,
    source: Option<usize>,
}

impl<'a> Columns<'a> {
    /// Finds the richest layout that fits, if one does.
    fn that_fit(sheet: &'a Sheet<'a>) -> Option<Self> {
        let lanes = widths(sheet);
        let source = sheet.rows().map(|entry| length(&entry.source)).max();
        let with = |source| Self {
            sheet,
            lanes: lanes.clone(),
            source,
        };
        let richest_first = [with(source.filter(|&widest| widest > 0)), with(None)];
        richest_first
            .into_iter()
            .find(|columns| columns.width() <= sheet.width())
    }

    fn width(&self) -> usize {
        let columns = self.lanes.iter().chain(&self.source);
        NUMBER + columns.map(|width| BETWEEN + width).sum::<usize>()
    }

    fn head(&self) -> String {
        let names = self.sheet.lanes.iter().zip(&self.lanes);
        let cells = names.map(|(name, &width)| self.sheet.padded(Tone::Strong, name, width));
        self.line("step", cells.collect(), "source")
    }

    fn rule(&self) -> String {
        let stretch = |width: usize| self.sheet.signs.rule.repeat(width);
        let columns = self.lanes.iter().chain(&self.source);
        let columns =
            columns.map(|width| self.sheet.signs.crossing.to_owned() + &stretch(width + 2));
        let rule = stretch(NUMBER + 1) + &columns.collect::<String>();
        // It reaches one beyond the widest text, where there is room for that.
        let rule: String = rule.chars().take(self.sheet.width()).collect();
        self.sheet.dim(&rule)
    }

    /// Draws a row, and its note on a line of its own.
    fn row(&self, entry: &Entry) -> Vec<String> {
        let cells = |text: &str| {
            let cell = |(lane, &width): (usize, &usize)| {
                let text = if lane == entry.lane { text } else { "" };
                self.sheet.padded(tone(entry.mark), text, width)
            };
            self.lanes.iter().enumerate().map(cell).collect()
        };
        let mut lines = vec![self.line(
            &self.sheet.number(entry),
            cells(&entry.text()),
            &entry.source,
        )];
        if let Some(note) = &entry.note {
            lines.push(self.line("", cells(&format!("{:INDENT$}{note}", "")), ""));
        }
        lines
    }

    fn line(&self, number: &str, mut cells: Vec<String>, source: &str) -> String {
        cells.extend(self.source.map(|_| self.sheet.dim(source)));
        let between = format!(" {} ", self.sheet.dim(self.sheet.signs.bar));
        let number = self.sheet.right(number, NUMBER);
        format!("{number}{between}{}", cells.join(&between))
    }

    fn gap(&self, first: usize, last: usize) -> Vec<String> {
        let room = self.sheet.width().saturating_sub(NUMBER + BETWEEN);
        let number = self.sheet.right(self.sheet.signs.gap, NUMBER);
        let lead = format!("{number} {} ", self.sheet.dim(self.sheet.signs.bar));
        let texts = wrap(&left_out(first, last), room);
        texts.iter().map(|text| format!("{lead}{text}")).collect()
    }
}

/// Measures what each lane's widest text takes.
fn widths(sheet: &Sheet<'_>) -> Vec<usize> {
    let mut widths: Vec<usize> = sheet.lanes.iter().map(|name| length(name)).collect();
    for entry in sheet.rows() {
        let note = entry.note.as_ref().map_or(0, |note| INDENT + length(note));
        let width = &mut widths[entry.lane];
        *width = length(&entry.text()).max(note).max(*width);
    }
    widths
}
