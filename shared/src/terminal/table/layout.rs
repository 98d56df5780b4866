//! Whether a table's columns fit side by side, and how wide each of them is then.

use super::Table;
use crate::terminal::text::columns;

/// Columns left free between two columns.
pub(super) const GAP: usize = 2;

/// A text column narrower than this reads worse than a stacked table.
const NARROWEST: usize = 16;

/// How a table is laid out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Side by side, each with its width.
    Columns(Vec<usize>),
    /// One under the other.
    Stacked,
}

/// Fits a table into its style's width, giving all that is missing to its widest text column.
pub(super) fn fit(table: &Table) -> Layout {
    let mut widths: Vec<usize> = (0..table.columns.len())
        .map(|index| texts(table, index).map(columns).max().unwrap_or(0))
        .collect();
    let gaps = GAP * widths.len().saturating_sub(1);
    let missing = (widths.iter().sum::<usize>() + gaps).saturating_sub(table.style.width);
    if missing == 0 {
        return Layout::Columns(widths);
    }
    let text = (0..widths.len()).filter(|&index| !table.columns[index].right);
    let Some(widest) = text.max_by_key(|&index| widths[index]) else {
        return Layout::Stacked;
    };
    let words = texts(table, widest).flat_map(str::split_whitespace);
    let longest_word = words.map(columns).max().unwrap_or(0);
    let room = widths[widest].saturating_sub(missing);
    if room < longest_word.max(NARROWEST) {
        return Layout::Stacked;
    }
    widths[widest] = room;
    Layout::Columns(widths)
}

/// Lists a column's heading and texts.
fn texts(table: &Table, index: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().map(move |row| row[index].text.as_str());
    cells.chain([table.columns[index].heading.as_ref()])
}
