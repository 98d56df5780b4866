//! A table that fits: columns if there is room, wrapped where that helps, stacked if there is none.

mod layout;

use std::borrow::Cow;
use std::fmt;

use layout::{GAP, Layout};

use super::style::{Style, Tone};
use super::text::{columns, wrap, wrap_after};

/// Holds rows under headings; `Display` lays them out within the style's width.
///
/// # Examples
///
/// ```
/// use shared::terminal::{Cell, Column, Style, Table};
///
/// let mut table = Table::new(Style::PLAIN, [Column::left("outcome"), Column::right("samples")]);
/// table.push([Cell::from("(0, 1)"), Cell::from("42")]);
/// assert_eq!(table.to_string(), "\
/// outcome  samples
/// -------  -------
/// (0, 1)        42
/// ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    style: Style,
    columns: Vec<Column>,
    /// Each as long as `columns`.
    rows: Vec<Vec<Cell>>,
}

/// A heading, and the side its column keeps to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    heading: Cow<'static, str>,
    right: bool,
}

/// One text in a table, and its tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    text: String,
    tone: Tone,
}

impl Column {
    /// Creates a column of text.
    pub const fn left(heading: &'static str) -> Self {
        let (heading, right) = (Cow::Borrowed(heading), false);
        Self { heading, right }
    }

    /// Creates a column of numbers.
    pub const fn right(heading: &'static str) -> Self {
        let (heading, right) = (Cow::Borrowed(heading), true);
        Self { heading, right }
    }

    /// Creates a column of values of something that has a name of its own.
    pub fn values_of(name: String) -> Self {
        let (heading, right) = (Cow::Owned(name), true);
        Self { heading, right }
    }
}

impl Cell {
    /// Creates a cell that says something by its colour too.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        let text = text.into();
        Self { text, tone }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::toned(text, Tone::Plain)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::toned(text, Tone::Plain)
    }
}

impl Table {
    /// Creates a table without rows.
    pub fn new(style: Style, columns: impl Into<Vec<Column>>) -> Self {
        Self {
            style,
            columns: columns.into(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    ///
    /// # Panics
    ///
    /// If the row has not one cell for each column.
    pub fn push(&mut self, row: impl Into<Vec<Cell>>) {
        let row = row.into();
        assert_eq!(
            row.len(),
            self.columns.len(),
            "a row has a cell for each column"
        );
        self.rows.push(row);
    }

    fn write_header(&self, f: &mut fmt::Formatter<'_>, widths: &[usize]) -> fmt::Result {
        let heading = |column: &Column| Cell::toned(column.heading.as_ref(), Tone::Strong);
        let headings: Vec<Cell> = self.columns.iter().map(heading).collect();
        self.write_row(f, widths, &headings)?;
        let line = if self.style.unicode { "─" } else { "-" };
        let rules: Vec<String> = widths.iter().map(|&width| line.repeat(width)).collect();
        writeln!(f, "{}", rules.join(&" ".repeat(GAP)))
    }

    /// Writes a row on as many lines as its highest cell takes.
    fn write_row(&self, f: &mut fmt::Formatter<'_>, widths: &[usize], row: &[Cell]) -> fmt::Result {
        let cells = row.iter().zip(widths);
        let wrapped: Vec<_> = cells
            .map(|(cell, &width)| wrap(&cell.text, width))
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).try_for_each(|line| {
            let texts = wrapped
                .iter()
                .map(|lines| lines.get(line).map_or("", String::as_str));
            let tones = row.iter().map(|cell| cell.tone);
            self.write_line(f, widths, texts.zip(tones))
        })
    }

    fn write_line<'a>(
        &self,
        f: &mut fmt::Formatter<'_>,
        widths: &[usize],
        texts: impl Iterator<Item = (&'a str, Tone)>,
    ) -> fmt::Result {
        // Spaces wait here until a text follows, so that no line ends in spaces.
        let mut owed = 0;
        for ((text, tone), (&width, column)) in texts.zip(widths.iter().zip(&self.columns)) {
            let spare = width - columns(text);
            let (before, after) = if column.right { (spare, 0) } else { (0, spare) };
            owed += before;
            if !text.is_empty() {
                write!(f, "{:owed$}{}", "", self.style.paint(tone, text))?;
                owed = 0;
            }
            owed += after + GAP;
        }
        writeln!(f)
    }

    /// Writes a row as a block: a `heading: text` line for each cell that says something.
    fn write_block(&self, f: &mut fmt::Formatter<'_>, row: &[Cell]) -> fmt::Result {
        const INDENT: usize = 2;
        let cells = self.columns.iter().zip(row);
        for (column, cell) in cells.filter(|(_, cell)| !cell.text.is_empty()) {
            let taken = columns(&column.heading) + ": ".len();
            // Later lines are indented, so the first one has two columns more than they.
            let lines = wrap_after(taken - INDENT, &cell.text, self.style.width - INDENT);
            let lines = lines.iter().map(|line| self.style.paint(cell.tone, line));
            let text: Vec<String> = lines.collect();
            let line = format!("{}: {}", column.heading, text.join("\n  "));
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = self.rows.iter();
        match layout::fit(self) {
            Layout::Columns(widths) => {
                self.write_header(f, &widths)?;
                rows.try_for_each(|row| self.write_row(f, &widths, row))
            }
            Layout::Stacked => rows.enumerate().try_for_each(|(index, row)| {
                f.write_str(if index > 0 { "\n" } else { "" })?;
                self.write_block(f, row)
            }),
        }
    }
}
