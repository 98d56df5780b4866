//! One line that says how far a long run is, and is gone when it ends.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::bar::bar;
use super::style::{self, Style};
use super::text::columns;

/// What ends sooner shows no line at all.
const PATIENCE: Duration = Duration::from_millis(500);

/// The time from one drawing to the next.
const REDRAW: Duration = Duration::from_millis(100);

/// The longest bar.
const LONGEST: usize = 30;

/// Shows on standard error which step of a long run is being done, from half a second on.
///
/// Nothing is ever written unless standard error is a terminal. The line is erased on drop, so
/// also when the run panics. Drop it before printing.
///
/// A thread draws it, so that a single long step shows too. It sleeps between two drawings.
#[derive(Debug)]
pub struct Progress {
    done: Arc<AtomicU64>,
    ticker: Option<Ticker>,
}

/// The thread that draws, and what stops it when dropped.
#[derive(Debug)]
struct Ticker {
    running: Sender<()>,
    thread: JoinHandle<()>,
}

/// What there is to draw.
#[derive(Debug)]
struct Line {
    step: &'static str,
    /// `None` if nobody knows.
    total: Option<u64>,
    done: Arc<AtomicU64>,
    since: Instant,
    style: Style,
}

impl Progress {
    /// Begins with the first of `total` steps, each called `step`: "run 1 of 20".
    pub fn new(step: &'static str, total: u64) -> Self {
        let line = Line::new(step, total, Style::of_stderr());
        Self::on(io::stderr(), style::stderr_redraws(), line, PATIENCE)
    }

    /// Begins with the first of nobody knows how many steps: "chunk 7".
    pub fn without_end(step: &'static str) -> Self {
        let line = Line {
            total: None,
            ..Line::new(step, 0, Style::of_stderr())
        };
        Self::on(io::stderr(), style::stderr_redraws(), line, PATIENCE)
    }

    fn on(out: impl Write + Send + 'static, redraws: bool, line: Line, patience: Duration) -> Self {
        let done = Arc::clone(&line.done);
        let start = || Ticker::start(line, out, patience);
        let ticker = redraws.then(start).flatten();
        Self { done, ticker }
    }

    /// Says that a step is done.
    pub fn advance(&self) {
        // Relaxed: a number to show, which publishes nothing.
        self.done.fetch_add(1, Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(Ticker { running, thread }) = self.ticker.take() {
            drop(running);
            // A line that could not be drawn is no reason to fail.
            let _ = thread.join();
        }
    }
}

impl Ticker {
    /// Returns none if the system refuses the thread: progress is a courtesy.
    fn start(line: Line, out: impl Write + Send + 'static, patience: Duration) -> Option<Self> {
        let (running, stopped) = mpsc::channel();
        let draw = move || draw_until(&stopped, &line, out, patience);
        let thread = thread::Builder::new().spawn(draw).ok()?;
        Some(Self { running, thread })
    }
}

/// Draws over the same line until `stopped` hangs up, then erases it.
///
/// Spaces erase it, since they do so on every terminal.
fn draw_until(stopped: &Receiver<()>, line: &Line, mut out: impl Write, patience: Duration) {
    let mut drawn = 0;
    let mut wait = patience;
    while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        let text = line.to_string();
        let written = write!(out, "\r{text:<drawn$}").and_then(|()| out.flush());
        if written.is_err() {
            return;
        }
        drawn = columns(&text);
        wait = REDRAW;
    }
    if drawn > 0 {
        // Nobody is left to be told if this fails.
        let _ = write!(out, "\r{:drawn$}\r", "").and_then(|()| out.flush());
    }
}

impl Line {
    fn new(step: &'static str, total: u64, style: Style) -> Self {
        Self {
            step,
            total: Some(total),
            done: Arc::new(AtomicU64::new(0)),
            since: Instant::now(),
            style,
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (step, style) = (self.step, self.style);
        // Relaxed: see `advance`.
        let done = self.done.load(Relaxed);
        let seconds = self.since.elapsed().as_secs();
        let Some(total) = self.total else {
            let text = format!("{step} {}, {seconds} s", done + 1);
            return f.write_str(&cut(&text, style));
        };
        let done = done.min(total);
        let current = (done + 1).min(total);
        let text = format!("{step} {current} of {total}, {seconds} s");
        // A line as wide as the terminal would make some terminals begin the next one.
        let spare = style.width.saturating_sub(columns(&text) + " []".len() + 1);
        let room = spare.min(LONGEST);
        if room == 0 {
            return f.write_str(&cut(&text, style));
        }
        let bar = bar(done, total, room, style);
        write!(f, "{text} [{bar:room$}]")
    }
}

/// Leaves the last column free.
fn cut(text: &str, style: Style) -> String {
    text.chars().take(style.width - 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_names_the_step_being_done() {
        let line = Line::new("run", 20, Style::PLAIN);
        line.done.store(6, Relaxed);
        assert_eq!(
            line.to_string(),
            "run 7 of 20, 0 s [#########                     ]"
        );
        line.done.store(20, Relaxed);
        assert_eq!(
            line.to_string(),
            "run 20 of 20, 0 s [##############################]"
        );
    }

    #[test]
    fn without_an_end_the_line_counts_on() {
        let line = Line {
            total: None,
            ..Line::new("chunk", 0, Style::PLAIN)
        };
        line.done.store(6, Relaxed);
        assert_eq!(line.to_string(), "chunk 7, 0 s");
    }

    #[test]
    fn the_line_leaves_the_last_column_free() {
        let style = Style {
            width: 20,
            ..Style::PLAIN
        };
        for total in [20, 200, 2_000, 2_000_000] {
            let line = Line::new("run", total, style).to_string();
            assert!(columns(&line) < 20, "{line}");
        }
    }

    #[test]
    fn what_was_drawn_is_erased() {
        let (drawn, drawings) = mpsc::channel();
        let line = Line::new("run", 20, Style::PLAIN);
        let expected = line.to_string();
        let progress = Progress::on(Tell(drawn), true, line, Duration::ZERO);

        let first = drawings.recv().expect("the line is drawn");
        drop(progress);
        let last = drawings.iter().last().expect("the line is erased");

        let blank = " ".repeat(columns(&expected));
        assert_eq!(first, format!("\r{expected}"));
        assert_eq!(last, format!("\r{blank}\r"));
    }

    #[test]
    fn a_run_that_ends_in_time_draws_nothing() {
        let (drawn, drawings) = mpsc::channel();
        let line = Line::new("run", 20, Style::PLAIN);
        drop(Progress::on(Tell(drawn), true, line, Duration::MAX));
        assert_eq!(drawings.iter().count(), 0);
    }

    #[test]
    fn nothing_is_drawn_where_a_line_cannot_be_redrawn() {
        let (drawn, drawings) = mpsc::channel();
        let line = Line::new("run", 20, Style::PLAIN);
        let progress = Progress::on(Tell(drawn), false, line, Duration::ZERO);
        progress.advance();
        assert_eq!(
            drawings.recv(),
            Err(mpsc::RecvError),
            "nobody has anything to draw with"
        );
    }

    /// Sends what was written at each flush.
    struct Tell(Sender<String>);

    impl Write for Tell {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            unreachable!("a line is written by `write_fmt`")
        }

        fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> io::Result<()> {
            self.0.send(text.to_string()).map_err(io::Error::other)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
}
