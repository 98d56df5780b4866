//! What the commands print: sections, outcomes with their times, and what went wrong under them.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The column in which times begin; a longer line pushes its time to the right.
const TIME: usize = 72;
/// How far what belongs to a line is indented below it.
const INDENT: usize = 11;
/// Empties the terminal's line.
const TAKE_BACK: &str = "\r\x1b[2K";

/// How one step came out: a word, and the colour it has on a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Ok,
    Done(&'static str),
    Failed,
    Skipped,
}

impl Mark {
    pub fn of(well: bool) -> Self {
        if well { Self::Ok } else { Self::Failed }
    }

    fn word_and_colour(self) -> (&'static str, u8) {
        match self {
            Self::Ok => ("ok", 32),
            Self::Done(word) => (word, 36),
            Self::Failed => ("FAILED", 31),
            Self::Skipped => ("SKIPPED", 33),
        }
    }
}

/// Prints to stdout; on a terminal, with colours, and with the running step on stderr.
pub struct Report {
    pub colour: bool,
    transient: bool,
    silent: bool,
    began: Instant,
    section: Section,
}

struct Section {
    title: String,
    lines: usize,
}

impl Section {
    fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            lines: 0,
        }
    }
}

impl Report {
    pub fn new() -> Self {
        let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
        Self {
            colour: io::stdout().is_terminal() && !plain && !dumb,
            transient: io::stderr().is_terminal() && io::stdout().is_terminal() && !dumb,
            silent: false,
            began: Instant::now(),
            section: Section::new(""),
        }
    }

    /// One that prints nothing where a document is printed instead.
    pub fn unless(document: bool) -> Self {
        let report = Self::new();
        Self {
            colour: report.colour && !document,
            transient: report.transient && !document,
            silent: document,
            ..report
        }
    }

    pub fn section(&mut self, title: &str) -> io::Result<()> {
        self.section = Section::new(title);
        self.print(&self.paint(title, 1))
    }

    /// Ends a section, unless its only line has told how.
    pub fn end_section(&mut self, mark: Mark) -> io::Result<()> {
        if self.section.lines == 1 {
            return Ok(());
        }
        self.outcome(mark, &format!("all of {}", self.section.title), None, "")
    }

    /// Shows what is running now, until it has ended; only on a terminal.
    pub fn step(&self, what: &str) {
        if self.transient {
            // Without wrapping (`?7l`), since a line that wraps could not be taken back.
            let _ = write!(io::stderr(), "{TAKE_BACK}\x1b[?7l  … {what}\x1b[?7h");
        }
    }

    /// How a step came out, how long it took, and what there is to read about it.
    pub fn outcome(
        &mut self,
        mark: Mark,
        what: &str,
        time: Option<Duration>,
        detail: &str,
    ) -> io::Result<()> {
        self.section.lines += 1;
        let (word, colour) = mark.word_and_colour();
        let mut line = format!("  {}{what}", self.paint(&format!("{word:9}"), colour));
        if let Some(time) = time {
            let gap = (TIME - INDENT).saturating_sub(what.chars().count()).max(2);
            line += &format!("{:gap$}{:.2} s", "", time.as_secs_f64());
        }
        self.print(&line)?;
        self.detail(detail)
    }

    fn detail(&self, text: &str) -> io::Result<()> {
        for line in text.lines() {
            self.print(format!("{:INDENT$}{line}", "").trim_end())?;
        }
        Ok(())
    }

    /// The closing line.
    pub fn close(&self, mark: Mark, text: &str) -> io::Result<()> {
        let (word, colour) = mark.word_and_colour();
        let (word, seconds) = (self.paint(word, colour), self.began.elapsed().as_secs_f64());
        self.print(&format!("\n{word}: {text}, in {seconds:.1} s"))
    }

    /// Prints `line`, and takes back what was shown of the running step.
    pub fn print(&self, line: &str) -> io::Result<()> {
        if self.silent {
            return Ok(());
        }
        if self.transient {
            let _ = write!(io::stderr(), "{TAKE_BACK}");
        }
        // Flushed line by line, so that a pipe shows the steps as they end.
        let mut out = io::stdout().lock();
        writeln!(out, "{line}")?;
        out.flush()
    }

    /// `text` in a colour of the terminal's own, if it has any.
    pub fn paint(&self, text: &str, colour: u8) -> String {
        match self.colour {
            true => format!("\x1b[{colour}m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }
}
