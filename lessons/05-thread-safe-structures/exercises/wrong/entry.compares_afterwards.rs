//! Rejected: `insert` tells that another came in between only when it has overwritten what the other had counted.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    loop {
        let seen = counts.get(&word).map_or(0, |count| *count);
        let found = counts.insert(word, seen + 1).unwrap_or(0);
        if found == seen {
            return seen == 0;
        }
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
