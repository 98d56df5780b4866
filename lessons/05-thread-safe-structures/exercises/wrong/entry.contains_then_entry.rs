//! Rejected: the number is right now, and two threads can both find the word missing before either counts it: both announce it.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    let is_new = !counts.contains_key(&word);
    *counts.entry(word).or_insert(0) += 1;
    is_new
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
