//! How a test that is red on purpose ended: by its own panic, or in any of the other ways.

use std::time::Duration;

use crate::difference::difference;
use crate::process::Ended;
use crate::snapshot::Snapshot;

/// How many lines of a test that broke are shown.
const LAST_WORDS: usize = 8;

/// How a failing test ended.
pub enum Ending {
    /// As it should, by a panic; with its message.
    Failed(String),
    Passed,
    /// Neither: it hung, died, or kept silent. How, and its last words.
    Broke(String, String),
}

impl Ending {
    /// Reads how the process of the test called `name` ended.
    pub fn of(ended: &Ended, name: &str, limit: Duration) -> Self {
        let how = match ended.status {
            // libtest's own exit code for "a test failed".
            Some(_) if ended.exited(101) => match panic_message(&ended.stderr, name) {
                Some(message) => return Self::Failed(message),
                None => "fails without a panic of its own".into(),
            },
            // A test that calls `exit(0)` ends its process as a passed one does, but silences the harness.
            Some(_) if ended.exited(0) && ended.stdout.contains("test result: ok. 1 passed;") => {
                return Self::Passed;
            }
            Some(status) => format!("ends without a verdict ({status})"),
            None => {
                let limit = limit.as_secs();
                format!("hangs: killed with its children after {limit} s")
            }
        };
        Self::Broke(how, last_words(&ended.stderr))
    }

    /// What is wrong with this ending where `recorded` is demanded: in a few words, and in detail.
    pub fn complaint(&self, recorded: Option<&str>) -> Option<(String, String)> {
        Some(match (self, recorded) {
            (Self::Failed(message), Some(recorded)) if Snapshot::says(recorded, message) => {
                return None;
            }
            (Self::Failed(message), Some(recorded)) => {
                let difference = difference(recorded, message);
                ("fails otherwise than recorded".into(), difference)
            }
            (Self::Failed(message), None) => {
                ("fails, but no failure is recorded".into(), message.clone())
            }
            (Self::Passed, _) => ("passes, but must fail".into(), String::new()),
            (Self::Broke(how, last_words), _) => (how.clone(), last_words.clone()),
        })
    }
}

/// The panic message of the thread that ran the test: what libtest prints
/// between `thread 'NAME' (ID) panicked at FILE:LINE:COLUMN:` and the note about backtraces.
fn panic_message(stderr: &str, name: &str) -> Option<String> {
    let thread = format!("thread '{name}' ");
    let lines: Vec<_> = stderr.lines().collect();
    // The last one, since a panic that was caught on the way is not the verdict.
    let is_header = |line: &&str| line.starts_with(&thread) && line.contains("panicked at ");
    let message = &lines[lines.iter().rposition(is_header)? + 1..];
    let is_note = |line: &&str| line.starts_with("note: run with `RUST_BACKTRACE");
    let end = message.iter().position(is_note).unwrap_or(message.len());
    Some(message[..end].join("\n"))
}

fn last_words(stderr: &str) -> String {
    let said = |line: &&str| !line.trim().is_empty();
    let lines: Vec<_> = stderr.lines().filter(said).collect();
    lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::panic_message;

    #[test]
    fn the_message_is_what_stands_between_the_header_and_the_note() {
        let stderr = "\nthread 'red' (41) panicked at tests/failing.rs:1:9:\n  one\n\n  two ─→\n\
                      note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        assert_eq!(
            panic_message(stderr, "red").as_deref(),
            Some("  one\n\n  two ─→")
        );
    }

    #[test]
    fn a_panic_of_another_thread_is_not_the_verdict() {
        let stderr = "\nthread '<unnamed>' (42) panicked at tests/failing.rs:1:9:\nin a child\n\
                      note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\
                      \nthread 'red' (41) panicked at tests/failing.rs:2:9:\nin the test\n";
        assert_eq!(panic_message(stderr, "red").as_deref(), Some("in the test"));
        assert_eq!(panic_message(stderr, "re"), None);
    }
}
