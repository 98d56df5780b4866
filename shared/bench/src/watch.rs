//! A running `cargo xtask watch` without a terminal, whose lines are read as they come.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// Longer than any line is waited for: an answer may take 10 s, and there may be much to build before it.
const LONG: Duration = Duration::from_secs(300);

/// A command that runs until this is dropped.
#[derive(Debug)]
pub struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    /// Starts the command.
    ///
    /// Its input is a pipe that nobody writes to. It ends when that closes, so even if we are killed it is not left behind.
    ///
    /// # Errors
    ///
    /// Fails if the command cannot be started.
    pub fn start(mut command: Command) -> io::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let output = child.stdout.take().map(BufReader::new);
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let lines = output.into_iter().flat_map(BufRead::lines);
            // It ends when nobody wants to know any more.
            lines
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        Ok(Self { child, lines })
    }

    /// Waits for a line that begins with `start`, and returns it.
    ///
    /// # Panics
    ///
    /// Panics if none comes.
    pub fn line(&self, start: &str) -> String {
        let mut read = String::new();
        while let Ok(line) = self.lines.recv_timeout(LONG) {
            if line.starts_with(start) {
                return line;
            }
            read += &(line + "\n");
        }
        panic!("no line began with `{start}`, but:\n{read}");
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Where Cargo stays between us, this is what ends the watch; elsewhere it is killed.
        drop(self.child.stdin.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
