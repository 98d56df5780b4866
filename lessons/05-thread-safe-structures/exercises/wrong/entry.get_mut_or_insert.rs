//! Rejected: where the word is there, one call does all; where it is missing, two threads insert a 1, and what `insert` has found is thrown away.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    if let Some(mut count) = counts.get_mut(&word) {
        *count += 1;
        return false;
    }
    counts.insert(word, 1);
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
