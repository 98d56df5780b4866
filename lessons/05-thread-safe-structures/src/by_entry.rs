//! Counting by one call: to look and to write are one step of the map's own.

use super::words::{Word, WordCount, WordMap};

/// Counts by `entry`, or whatever the map calls it.
#[derive(Debug)]
pub struct ByEntry<M>(pub M);

impl<M: WordMap> WordCount for ByEntry<M> {
    // ANCHOR: count
    fn count(&self, word: Word) {
        self.0.add(word);
    }
    // ANCHOR_END: count

    fn of(&self, word: Word) -> u64 {
        self.0.get(word).unwrap_or(0)
    }
}
