//! How a lesson's program begins and ends: its options, its output, its exit code.

use std::env;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use super::args::{Args, Program, Request};
use super::style::Style;

/// The exit code for a command line that was not understood.
pub(crate) const USAGE: u8 = 2;

/// Runs a lesson's program: reads its options, hands `body` what it needs, and returns the code
/// that `main` returns.
///
/// | code | when |
/// |---|---|
/// | what `body` says | it ended |
/// | 0 | `--help`, or the reader of a pipe closed it |
/// | 1 | the output could not be written, or `body` met another error: one line on standard error |
/// | 2 | the options were wrong: one line on standard error |
///
/// A reader that closes the pipe (`| head -1`) has seen what it wanted, so that is a success.
/// The customary 141 would make `cargo run` add a complaint of its own.
///
/// # Examples
///
/// ```no_run
/// use shared::terminal::{Opt, Program, run};
/// use std::process::ExitCode;
///
/// const PROGRAM: Program = Program {
///     name: "race",
///     about: "Two threads add to one counter.",
///     options: &[Opt::number("threads", "Threads that add at once", 2, 1..=64)],
/// };
///
/// fn main() -> ExitCode {
///     run(&PROGRAM, |args, style, out| {
///         writeln!(out, "{} threads, {} columns", args.number("threads"), style.width)?;
///         Ok(ExitCode::SUCCESS)
///     })
/// }
/// ```
pub fn run(
    program: &Program,
    body: impl FnOnce(&Args, Style, &mut dyn Write) -> io::Result<ExitCode>,
) -> ExitCode {
    let request = match program.parse(env::args_os().skip(1)) {
        Ok(request) => request,
        Err(mistake) => return complain(&mistake, ExitCode::from(USAGE)),
    };
    let style = Style::of_stdout();
    let ended = deliver(io::stdout(), |out| match request {
        Request::Run(args) => body(&args, style, out),
        Request::Help => write!(out, "{}", program.help(style)).map(|()| ExitCode::SUCCESS),
    });
    ended.unwrap_or_else(|error| complain(&error, ExitCode::FAILURE))
}

/// Lets `body` write to `out`, and takes a closed pipe for a good end.
pub(crate) fn deliver(
    out: impl Write,
    body: impl FnOnce(&mut dyn Write) -> io::Result<ExitCode>,
) -> io::Result<ExitCode> {
    let mut outlet = Outlet { out, closed: false };
    let ended = body(&mut outlet).and_then(|code| outlet.flush().map(|()| code));
    if outlet.closed {
        Ok(ExitCode::SUCCESS)
    } else {
        ended
    }
}

/// Writes one line to standard error, and lets it go if nobody can be told.
pub(crate) fn complain(error: &dyn Display, code: ExitCode) -> ExitCode {
    let _ = writeln!(io::stderr(), "error: {error}");
    code
}

/// Passes everything on, and tells its own failures from those of other files and pipes.
#[derive(Debug)]
struct Outlet<W> {
    out: W,
    /// Whether the reader has closed the pipe.
    closed: bool,
}

impl<W> Outlet<W> {
    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            self.closed |= error.kind() == ErrorKind::BrokenPipe;
            io::Error::new(
                error.kind(),
                format!("cannot write to standard output: {error}"),
            )
        })
    }
}

impl<W: Write> Write for Outlet<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes);
        self.note(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.out.flush();
        self.note(flushed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_leaves_is_a_good_end() {
        let ended = deliver(Failing(ErrorKind::BrokenPipe), |out| {
            writeln!(out, "first line")?;
            Ok(ExitCode::FAILURE)
        });
        assert_eq!(ended.ok(), Some(ExitCode::SUCCESS));
    }

    #[test]
    fn output_that_cannot_be_written_is_an_error_of_one_line() {
        let ended = deliver(Failing(ErrorKind::StorageFull), |out| {
            writeln!(out, "first line").map(|()| ExitCode::SUCCESS)
        });
        let error = ended.expect_err("the disk is full").to_string();
        assert_eq!(error, "cannot write to standard output: no storage space");
    }

    #[test]
    fn a_failure_of_the_last_flush_counts() {
        let ended = deliver(Failing(ErrorKind::StorageFull), |_| Ok(ExitCode::SUCCESS));
        assert!(ended.is_err());
    }

    #[test]
    fn a_pipe_that_breaks_elsewhere_is_an_error() {
        let ended = deliver(Vec::new(), |_| Err(io::Error::from(ErrorKind::BrokenPipe)));
        let error = ended.expect_err("not the program's output").to_string();
        assert_eq!(error, "broken pipe");
    }

    /// Fails at everything, in one way.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }
}
