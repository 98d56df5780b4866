//! Exercise 1: Count by one call.
//!
//! Threads read texts and count the words of all of them in one map, `counts`.
//! A word that nobody has met before is new, and is announced: `count` returns `true` to the thread that is to do it.
//! `count` gets the number of a word and inserts the next one.
//! Each of the two calls is one step, and still words are lost: they are two, and another thread can come in between.
//!
//! Mend `count`, so that one call of the map looks and writes:
//!
//! - no word is lost: each is counted as often as it was read, and no number goes down on the way;
//! - a new word is announced by exactly one thread.
//!
//! `Counts` has calls of `DashMap`: `get`, `get_mut`, `contains_key`, `insert`, `remove`, `alter`, `entry`; see `exercises/map.rs`.
//! `entry(word)` leads to the place of a word, whether or not the word is there; what it returns is a `check::map::Entry`.
//! As long as its caller keeps that, or a reference made from it, nobody else comes to the word.
//!
//! The map's locks are the model checker's, and the check runs two and three threads in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use check::{Counts, Word};

// EDIT
/// Counts a word; returns whether it is new.
pub fn count(counts: &Counts, word: Word) -> bool {
    let seen = counts.get(&word).map_or(0, |count| *count);
    counts.insert(word, seen + 1);
    seen == 0
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/entry.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
