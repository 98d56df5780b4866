//! A check of a learner's answer: run once, told to a person on standard output and to `cargo xtask` in a report.
//!
//! An answer is a file that ends with its check; the check is written once, beside the answers:
//!
//! ```
//! use shared::exercise::{Check, Refusal, explored};
//! use shared::model::{Mode, check, sync::atomic::{AtomicUsize, Ordering::SeqCst}, thread};
//! use std::sync::Arc;
//!
//! // The answer.
//! fn add(counter: &AtomicUsize) {
//!     counter.fetch_add(1, SeqCst);
//! }
//!
//! // Its check.
//! const CHECK: Check = Check {
//!     name: "add",
//!     law: "No update is lost.",
//!     page: "03-atomic/fix-it.md",
//!     section: "The right step",
//!     run,
//! };
//!
//! fn run() -> Result<String, Refusal> {
//!     let two = check(Mode::Interleaving, || {
//!         let counter = Arc::new(AtomicUsize::new(0));
//!         let other = thread::spawn({ let counter = Arc::clone(&counter); move || add(&counter) });
//!         add(&counter);
//!         other.join().unwrap();
//!         assert!(counter.load(SeqCst) == 2, "an update was lost");
//!     })?;
//!     Ok(explored(&[two]))
//! }
//!
//! assert!(CHECK.verdict().unwrap().starts_with("no failure in "));
//! ```
//!
//! The answer's `main` is `CHECK.main()`, so that plain Cargo gives the verdict.
//!
//! # The report
//!
//! | variable | says |
//! |---|---|
//! | `XTASK_REPORT` | the file to write; without it there is no report |
//! | `XTASK_TOKEN` | what to repeat, so that an old report is not taken for a new one |
//! | `XTASK_STYLE` | `width,unicode,colour`, as in `80,1,0`; without it, whatever suits standard output |
//!
//! The report is one JSON object: `token`, `name`, `law`, `page`, `section`, `solved`, and `text`,
//! which is the refusal laid out in the style or, where there is none, what was explored.
//! `solved` is null where the model is too small for the answer, and `text` then says why.
//! An answer that ends before its check leaves no report.

mod guard;
mod refusal;
mod report;
mod seen;
mod strength;

pub use refusal::Refusal;
pub use seen::{explored, observe};
pub use strength::{none_is_too_strong, orderings};

use crate::terminal::{Style, Tone, wrap};
use report::Errand;
use std::io::{self, Write};
use std::process::ExitCode;

/// Holds an exercise's check and what to tell with its verdict.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The exercise's name, which no other exercise of the course has.
    pub name: &'static str,
    /// What must hold, in one sentence.
    pub law: &'static str,
    /// The page of the book to read, as a path below `book/src`.
    pub page: &'static str,
    /// The heading on that page under which to read.
    pub section: &'static str,
    /// Runs the check, and returns what was explored.
    pub run: fn() -> Result<String, Refusal>,
}

impl Check {
    /// Runs the check, and returns what was explored.
    ///
    /// # Errors
    ///
    /// Returns why the answer is refused; an answer that panics is refused for that.
    pub fn verdict(&self) -> Result<String, Refusal> {
        guard::run(self.run)
    }

    /// Runs the check, reports and prints the verdict, and returns 0 for a solved exercise and 1 for any other.
    #[must_use]
    pub fn main(&self) -> ExitCode {
        // Read before the answer runs, which could change the environment.
        let errand = Errand::of_environment();
        let style = errand.style.unwrap_or_else(Style::of_stdout);
        let verdict = self.verdict();
        // The report comes first: nobody may be reading the output.
        if let Err(error) = errand.report(self, &verdict, style) {
            eprintln!("error: the verdict could not be reported: {error}");
            return ExitCode::FAILURE;
        }
        // A reader that has closed the pipe has seen what it wanted.
        let _ = io::stdout().write_all(self.told(&verdict, style).as_bytes());
        match verdict {
            Ok(_) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }

    /// Tells a person the verdict, and what to do next.
    fn told(&self, verdict: &Result<String, Refusal>, style: Style) -> String {
        let mut lines = Vec::new();
        match verdict {
            Ok(explored) => {
                let tick = if style.unicode { "✓" } else { "+" };
                let solved = format!("{tick} {} is solved", self.name);
                lines.extend(painted(&solved, style, Tone::Good));
                lines.extend(wrap(explored, style.width));
                lines.extend(wrap(&format!("law: {}", self.law), style.width));
            }
            Err(refusal) if refusal.is_verdict() => {
                lines.push(refusal.text(style));
                lines.extend(wrap(&format!("law: {}", self.law), style.width));
                let page = format!("page: book/src/{}, {:?}", self.page, self.section);
                lines.extend(wrap(&page, style.width));
                lines.push(format!("hint: cargo xtask hint {}", self.name));
            }
            Err(unfit) => {
                let none = "no verdict: the model is too small for this answer";
                lines.extend(wrap(none, style.width));
                lines.push(unfit.text(style));
                lines.push(format!("hint: cargo xtask hint {}", self.name));
            }
        }
        lines.join("\n") + "\n"
    }
}

/// Wraps a text and paints each line, so that no colour runs over the end of one.
fn painted(text: &str, style: Style, tone: Tone) -> Vec<String> {
    let lines = text.lines().flat_map(|line| wrap(line, style.width));
    lines.map(|line| style.paint(tone, &line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mode, check, thread};

    fn checked(run: fn() -> Result<String, Refusal>) -> Check {
        Check {
            name: "nothing_lost",
            law: "No update is lost.",
            page: "01-race/fix-it.md",
            section: "One indivisible step",
            run,
        }
    }

    fn told(run: fn() -> Result<String, Refusal>) -> String {
        let check = checked(run);
        check.told(&check.verdict(), Style::PLAIN)
    }

    #[test]
    fn a_solved_exercise_tells_what_was_explored_and_its_law() {
        assert_eq!(
            told(|| Ok("all 20 schedules".to_owned())),
            "+ nothing_lost is solved\nall 20 schedules\nlaw: No update is lost.\n"
        );
    }

    #[test]
    fn an_answer_that_is_too_large_for_the_model_is_told_no_verdict() {
        let said = told(|| {
            let six = || (0..6).for_each(|_| _ = thread::spawn(|| ()));
            Ok(check(Mode::Interleaving, six)?.to_string())
        });
        let none =
            "no verdict: the model is too small for this answer\nx a model has 5 threads at most";
        assert!(said.starts_with(none), "{said}");
        assert!(!said.contains("law"), "{said}");
    }

    #[test]
    fn a_refused_answer_tells_why_and_where_to_read() {
        let said = told(|| Err(Refusal::because("two updates were lost")));
        assert_eq!(
            said,
            "x two updates were lost\n\nlaw: No update is lost.\npage: book/src/01-race/fix-it.md, \"One indivisible step\"\n\
             hint: cargo xtask hint nothing_lost\n"
        );
    }
}
