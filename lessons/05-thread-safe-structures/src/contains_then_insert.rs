//! Counting by `entry` where the word is there, and by `insert` where it is not: what was missing may be there by then.

use super::words::{Word, WordCount, WordMap};

/// Loses a word when two threads find it missing: the second to insert 1 does not know of the first.
#[derive(Debug)]
pub struct ContainsThenInsert<M>(pub M);

impl<M: WordMap> WordCount for ContainsThenInsert<M> {
    // ANCHOR: count
    fn count(&self, word: Word) {
        if self.0.contains_key(word) {
            self.0.add(word);
        } else {
            self.0.insert(word, 1);
        }
    }
    // ANCHOR_END: count

    fn of(&self, word: Word) -> u64 {
        self.0.get(word).unwrap_or(0)
    }
}
