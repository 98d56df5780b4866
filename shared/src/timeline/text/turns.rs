//! The steps one under the other, under the name of the thread whose turn it is: the form for narrow terminals.

use super::sheet::{Part, Sheet, left_out, tone, wrapped};
use crate::terminal::{Tone, wrap};
use crate::timeline::wording::Entry;

/// The width of the column of numbers.
const NUMBER: usize = 3;

/// A note is set in by so much.
const INDENT: usize = 2;

/// Draws the timeline turn by turn.
pub fn draw(sheet: &Sheet<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before = None;
    for part in &sheet.parts {
        match part {
            Part::Row(entry) => {
                if before != Some(entry.lane) {
                    lines.extend(name(sheet, entry));
                }
                before = Some(entry.lane);
                lines.extend(row(sheet, entry));
            }
            Part::Gap(first, last) => {
                lines.extend(wrap(&left_out(*first, *last), sheet.width()));
                before = None;
            }
        }
    }
    lines
}

fn name(sheet: &Sheet<'_>, entry: &Entry) -> Vec<String> {
    let pieces = wrap(&sheet.lanes[entry.lane], sheet.width());
    let paint = |piece: &String| sheet.paint(Tone::Strong, piece);
    pieces.iter().map(paint).collect()
}

fn row(sheet: &Sheet<'_>, entry: &Entry) -> Vec<String> {
    let room = sheet.width().saturating_sub(NUMBER + 1);
    let mut texts = wrapped(entry, room);
    let notes = entry.note.iter();
    let notes = notes.flat_map(|note| wrap(note, room.saturating_sub(INDENT)));
    texts.extend(notes.map(|note| format!("{:INDENT$}{note}", "")));
    let mut number = sheet.number(entry);
    let mut lines = Vec::new();
    for text in texts {
        let text = sheet.paint(tone(entry.mark), &text);
        lines.push(format!("{} {text}", sheet.right(&number, NUMBER)));
        number.clear();
    }
    lines
}
