//! Counting words, each by itself, in bounded memory.

use std::collections::HashMap;

/// How many bytes of a word are told from another's.
const LONGEST: usize = 64;

/// How many different words are told apart; natural language has fewer in any one text.
const MOST: usize = 100_000;

/// Counts words: all of them, and how often each occurs.
///
/// A word is counted in lower case, by its first 64 bytes. Once there are 100,000 different ones, a new one is counted among
/// the others; so what a tally takes has a bound, whatever the text.
///
/// # Examples
///
/// ```
/// use shared::text::Tally;
///
/// let mut tally = Tally::default();
/// tally.add(b"The seat, the row -- and THE price");
/// assert_eq!((tally.words(), tally.distinct()), (7, 5));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tally {
    words: u64,
    of: HashMap<Box<[u8]>, u64>,
    /// Words that came when there were too many different ones.
    others: u64,
}

impl Tally {
    /// Counts the words of a chunk.
    pub fn add(&mut self, chunk: &[u8]) {
        let mut lower = [0; LONGEST];
        for word in words(chunk) {
            let length = word.len().min(LONGEST);
            lower[..length].copy_from_slice(&word[..length]);
            lower[..length].make_ascii_lowercase();
            self.words += 1;
            self.note(&lower[..length], 1);
        }
    }

    /// Adds another tally.
    pub fn merge(&mut self, other: Self) {
        self.words += other.words;
        self.others += other.others;
        for (word, count) in other.of {
            self.note(&word, count);
        }
    }

    fn note(&mut self, word: &[u8], count: u64) {
        let is_full = self.of.len() >= MOST;
        match self.of.get_mut(word) {
            Some(known) => *known += count,
            None if is_full => self.others += count,
            None => _ = self.of.insert(word.into(), count),
        }
    }

    /// Returns how many words were counted.
    #[must_use]
    pub fn words(&self) -> u64 {
        self.words
    }

    /// Returns how many different words were told apart.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.of.len()
    }

    /// Tells whether there were more different words than were told apart.
    #[must_use]
    pub fn has_others(&self) -> bool {
        self.others > 0
    }

    /// Returns the most frequent words, the most frequent first, and of equally frequent ones in the order of their bytes.
    #[must_use]
    pub fn most_frequent(&self, count: usize) -> Vec<(String, u64)> {
        let mut all: Vec<_> = self.of.iter().collect();
        all.sort_unstable_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
        let shown = all.into_iter().take(count);
        let shown = shown.map(|(word, &count)| (String::from_utf8_lossy(word).into_owned(), count));
        shown.collect()
    }

    /// Returns how many words this has too few and too many, word by word, against the tally that is right.
    ///
    /// Of words that were not told apart only the sum is compared.
    #[must_use]
    pub fn lost_and_surplus(&self, right: &Self) -> (u64, u64) {
        if self.others + right.others > 0 {
            return (
                right.words.saturating_sub(self.words),
                self.words.saturating_sub(right.words),
            );
        }
        let count = |tally: &Self, word: &[u8]| tally.of.get(word).copied().unwrap_or(0);
        let missing = |from: &Self, against: &Self| -> u64 {
            let words = against.of.iter();
            words
                .map(|(word, n)| n.saturating_sub(count(from, word)))
                .sum()
        };
        (missing(self, right), missing(right, self))
    }
}

/// Splits bytes into words: what stands between white space, without the punctuation at both ends.
pub fn words(chunk: &[u8]) -> impl Iterator<Item = &[u8]> {
    let spaced = chunk.split(u8::is_ascii_whitespace);
    spaced.map(bare).filter(|word| !word.is_empty())
}

fn bare(word: &[u8]) -> &[u8] {
    let is_inner = |byte: &u8| !byte.is_ascii_punctuation() && !byte.is_ascii_control();
    let Some(first) = word.iter().position(is_inner) else {
        return &[];
    };
    let last = word.iter().rposition(is_inner).unwrap_or(first);
    &word[first..=last]
}
