//! Counting words together: what a map must offer, what a count must keep, and the threads that put it to the test.

use super::sharded_map::ShardedMap;
use super::world::call;
use super::world::sync::Arc;
use super::world::thread;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

/// A word of a text that lives as long as the program.
pub type Word = &'static str;

/// Hashes alike in every run, as the checker must have it; for keys from strangers `std`'s `RandomState` is safer.
pub type Fixed = BuildHasherDefault<DefaultHasher>;

/// Offers the calls of a concurrent map of words, each one indivisible step.
///
/// `track_caller`, here and in the map, has a timeline show who called.
pub trait WordMap: Send + Sync + 'static {
    /// Returns the count of a word.
    #[track_caller]
    fn get(&self, word: Word) -> Option<u64>;

    /// Tells whether a word has a count.
    #[track_caller]
    fn contains_key(&self, word: Word) -> bool;

    /// Puts a count in, whatever was there before.
    #[track_caller]
    fn insert(&self, word: Word, count: u64);

    /// Adds 1 to the count of a word, which is 0 if there was none.
    #[track_caller]
    fn add(&self, word: Word);
}

/// Promises to count every word, whoever reads it.
pub trait WordCount: Send + Sync + 'static {
    /// Counts a word.
    fn count(&self, word: Word);

    /// Returns how often a word was counted.
    fn of(&self, word: Word) -> u64;
}

impl<S: BuildHasher + Send + Sync + 'static> WordMap for ShardedMap<Word, u64, S> {
    fn get(&self, word: Word) -> Option<u64> {
        call(format_args!("get({word:?})")).gives(ShardedMap::get(self, &word))
    }

    fn contains_key(&self, word: Word) -> bool {
        call(format_args!("contains_key({word:?})")).gives(ShardedMap::contains_key(self, &word))
    }

    fn insert(&self, word: Word, count: u64) {
        call(format_args!("insert({word:?}, {count})"))
            .gives(ShardedMap::insert(self, word, count));
    }

    fn add(&self, word: Word) {
        let updating = call(format_args!("update({word:?}, + 1)"));
        self.update(word, |count| *count += 1);
        updating.gives(());
    }
}

/// Creates the smallest map that has shards, for the checker.
#[must_use]
pub fn in_two_shards<K: Hash + Eq, V>() -> ShardedMap<K, V, Fixed> {
    ShardedMap::with_shards(2, Fixed::new())
}

/// Lets each thread count the words of its own text in one map, and returns the map's count.
pub fn count_together<C: WordCount>(counts: C, texts: &[&'static [Word]]) -> C {
    let counts = Arc::new(counts);
    let start = |text: &&'static [Word]| {
        let (counts, text) = (Arc::clone(&counts), *text);
        thread::spawn(move || text.iter().for_each(|word| counts.count(word)))
    };
    let readers: Vec<_> = texts.iter().map(start).collect();
    for reader in readers {
        reader.join().expect("counting does not panic");
    }
    Arc::into_inner(counts).expect("the readers have let go of it")
}
