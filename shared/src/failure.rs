//! A broken type and the law that it breaks: one value for the failing test, the terminal and the book.

use crate::figure::timeline_figure;
use crate::model::{Counterexample, Mode, check};
use crate::terminal::{Page, Tone};
use serde_json::{Value, json};
use std::io;

/// Holds a broken type, and the law that it breaks.
///
/// # Examples
///
/// ```
/// use shared::Failure;
/// use shared::model::{Mode, thread};
///
/// let failure = Failure {
///     file: "panicking.rs",
///     law: "no_thread_panics",
///     title: "A thread that panics",
///     defect: "The thread panics.",
///     mode: Mode::Interleaving,
///     broken: || thread::spawn(|| panic!("no")).join().unwrap(),
/// };
/// assert_eq!(failure.counterexample().failure().message, "no");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Failure {
    /// Its file.
    pub file: &'static str,
    /// The law, by the name of its failing test.
    pub law: &'static str,
    /// What happens, in a few words.
    pub title: &'static str,
    /// What is wrong with the type, in one sentence.
    pub defect: &'static str,
    /// How the model runs it.
    pub mode: Mode,
    /// The law, held against the type.
    pub broken: fn(),
}

impl Failure {
    /// Breaks the law, as its failing test does.
    ///
    /// # Panics
    ///
    /// Panics if the law holds.
    #[must_use]
    pub fn counterexample(&self) -> Counterexample {
        check(self.mode, self.broken).expect_err("each of them breaks its law in some execution")
    }

    /// Draws how the law breaks, for a page of the book.
    ///
    /// # Panics
    ///
    /// Panics if the law holds.
    #[must_use]
    pub fn figure(&self) -> String {
        let found = self.counterexample();
        let Self { law, defect, .. } = self;
        let caption = format!(
            "`{law}` fails. {defect} The timeline was {}.",
            found.found()
        );
        timeline_figure(&found.timeline(), self.title, &caption)
    }

    /// Tells how the law breaks, on a page of a lesson's example.
    ///
    /// # Errors
    ///
    /// Fails if the page cannot be written.
    ///
    /// # Panics
    ///
    /// Panics if the law holds.
    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        let found = self.counterexample();
        let title = page.style.paint(Tone::Strong, self.file).to_string();
        writeln!(page.out, "\n{title}")?;
        page.text(self.defect)?;
        page.drawing(found.timeline().text(page.style))?;
        page.text(&found.found())
    }

    /// Tells the same to a program.
    ///
    /// # Panics
    ///
    /// Panics if the law holds.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "file": self.file,
            "law": self.law,
            "defect": self.defect,
            "counterexample": self.counterexample().json(),
        })
    }
}
