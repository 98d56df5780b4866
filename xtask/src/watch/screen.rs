//! What a session shows: each verdict on an empty screen, and below it the keys.

use std::env;
use std::io::{self, Write};

use crate::report::Report;

/// Goes to the corner, and empties what is on screen; what has scrolled out of it stays.
const CLEAR: &str = "\x1b[H\x1b[2J";

/// The terminal, or whatever else our output goes to.
pub struct Screen {
    pub report: Report,
    /// Whether there is somebody to press keys.
    has_keys: bool,
    /// Whether the terminal can be told where to write.
    clears: bool,
}

impl Screen {
    pub fn new(has_keys: bool) -> Self {
        let dumb = env::var_os("TERM").is_none_or(|value| value == "dumb");
        let screen = Self {
            report: Report::new(),
            has_keys,
            clears: has_keys && !dumb,
        };
        if screen.clears {
            // What was on screen before us is not ours to clear: it scrolls out, and can be scrolled back to.
            let _ = write!(io::stdout(), "{}", "\n".repeat(rows()));
        }
        screen
    }

    /// Begins a new picture with `line`.
    pub fn begin(&self, line: &str) -> io::Result<()> {
        let clear = if self.clears { CLEAR } else { "" };
        write!(io::stdout(), "{clear}")?;
        self.report.print(line)
    }

    /// Adds a line below whatever is shown.
    pub fn tell(&self, line: &str) -> io::Result<()> {
        self.report.print(line)
    }

    /// Tells the keys, where they work; `next` is the exercise that is offered.
    pub fn footer(&self, next: Option<&str>) -> io::Result<()> {
        if !self.has_keys {
            return Ok(());
        }
        let next = next.map(|name| self.report.paint(&format!(": {name}"), 32));
        let next = next.unwrap_or_default();
        self.report.print(&format!(
            "\n[n] next{next}  [h] hint  [l] list  [r] reset  [q] quit"
        ))
    }
}

#[cfg(unix)]
fn rows() -> usize {
    let size = rustix::termios::tcgetwinsize(io::stdout());
    size.map_or(0, |size| size.ws_row.into())
}

#[cfg(not(unix))]
fn rows() -> usize {
    0
}
