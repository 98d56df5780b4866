//! Rejected: what `get` returns keeps the shard locked, so nobody comes in between, and `insert` waits for it for ever.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    if let Some(count) = counts.get(&word) {
        counts.insert(word, *count + 1);
        return false;
    }
    counts.insert(word, 1).is_none()
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
