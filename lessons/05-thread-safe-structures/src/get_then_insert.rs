//! Counting by two calls: each is one step, and between the two there is room for another thread's.

use super::words::{Word, WordCount, WordMap};

/// Loses a word when two threads have got the same count before either inserts.
#[derive(Debug)]
pub struct GetThenInsert<M>(pub M);

impl<M: WordMap> WordCount for GetThenInsert<M> {
    // ANCHOR: count
    fn count(&self, word: Word) {
        let seen = self.0.get(word).unwrap_or(0);
        self.0.insert(word, seen + 1);
    }
    // ANCHOR_END: count

    fn of(&self, word: Word) -> u64 {
        self.0.get(word).unwrap_or(0)
    }
}
