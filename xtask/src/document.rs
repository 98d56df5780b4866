//! What `check --json` prints: one object with everything that was looked at.

use std::io::{self, Write};

use serde_json::{Value, json};

/// The parts of the document, in the order in which they were found.
#[derive(Default)]
pub struct Document {
    pub packages: Vec<Value>,
    pub failing_tests: Vec<Value>,
    /// What the packages' tests hold of memory orderings.
    pub orderings: Vec<Value>,
    /// The lessons' own answers: starters, solutions, wrong ones.
    pub answers: Vec<Value>,
    /// The learner's.
    pub exercises: Vec<Value>,
    /// What falls short beside those.
    pub flaws: Vec<Value>,
}

impl Document {
    pub fn print(self, well: bool, counts: Value) -> io::Result<()> {
        let document = json!({
            "ok": well,
            "counts": counts,
            "packages": self.packages,
            "failing_tests": self.failing_tests,
            "orderings": self.orderings,
            "answers": self.answers,
            "exercises": self.exercises,
            "flaws": self.flaws,
        });
        writeln!(io::stdout(), "{document:#}")
    }
}
