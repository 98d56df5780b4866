//! `entry` is one call, and what it returns keeps the word's shard locked: to look, to add and to look again are one step.
//!
//! `or_insert` puts a 0 there only if the word is missing, so nobody has to know beforehand whether it is.
//! Whoever makes a 1 of it is the first; nobody else sees the word before the reference is dropped, at the end of the function.
//! A `match` on the entry, `Occupied` or `Vacant`, asks the same question in the same one step.
//! What was learned from an earlier call, be it `get` or `contains_key`, is a memory by the time of the next.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    let mut count = counts.entry(word).or_insert(0);
    *count += 1;
    *count == 1
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
