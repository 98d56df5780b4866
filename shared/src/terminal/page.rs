//! A page of a lesson's example: headings, paragraphs and drawings, one below the other.

use std::fmt::Display;
use std::io::{self, Write};

use super::style::{Style, Tone};
use super::text::wrap;

/// Writes a lesson's example, as its style says.
///
/// # Examples
///
/// ```
/// use shared::terminal::{Page, Style};
///
/// let mut out = Vec::new();
/// let mut page = Page { style: Style::PLAIN, out: &mut out };
/// page.heading("See it").unwrap();
/// page.text("Two threads add 1.").unwrap();
/// assert_eq!(out, b"\nSee it\n------\nTwo threads add 1.\n");
/// ```
pub struct Page<'a> {
    /// How wide it is, and whether it has colours and more than ASCII.
    pub style: Style,
    /// Where it goes.
    pub out: &'a mut dyn Write,
}

impl Page<'_> {
    /// Writes a heading after an empty line.
    ///
    /// # Errors
    ///
    /// Fails, as all of these do, if the output cannot be written.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.style.paint(Tone::Strong, text))?;
        let rule = if self.style.unicode { "─" } else { "-" };
        let width = text.chars().count().min(self.style.width);
        writeln!(self.out, "{}", rule.repeat(width))
    }

    /// Writes a paragraph.
    ///
    /// # Errors
    ///
    /// As [`heading`](Self::heading).
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        for line in wrap(text, self.style.width) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Writes a command, and set in below it what it is for.
    ///
    /// # Errors
    ///
    /// As [`heading`](Self::heading).
    pub fn command(&mut self, command: &str, purpose: &str) -> io::Result<()> {
        writeln!(self.out, "{}", self.style.paint(Tone::Good, command))?;
        for line in wrap(purpose, self.style.width - 4) {
            writeln!(self.out, "    {line}")?;
        }
        Ok(())
    }

    /// Writes a table, a histogram or a timeline after an empty line.
    ///
    /// # Errors
    ///
    /// As [`heading`](Self::heading).
    pub fn drawing(&mut self, drawing: impl Display) -> io::Result<()> {
        writeln!(self.out)?;
        write!(self.out, "{drawing}")
    }
}

impl std::fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let style = &self.style;
        f.debug_struct("Page")
            .field("style", style)
            .finish_non_exhaustive()
    }
}
