//! Rejected: to look after the count is a second call: by then another has counted too, and nobody finds a 1.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    *counts.entry(word).or_insert(0) += 1;
    counts.get(&word).is_some_and(|count| *count == 1)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
