//! Rejected: nothing is lost in the end, and until what was replaced is added again, the map says 1: the number has gone down.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    let Some(replaced) = counts.insert(word, 1) else {
        return true;
    };
    *counts.entry(word).or_insert(0) += replaced;
    false
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
