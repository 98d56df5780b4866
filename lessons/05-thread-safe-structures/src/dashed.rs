//! `DashMap` as a map of words: sharded like ours, known to everybody, and not in our model.
//!
//! Its locks are its own and not the model's, so what is said of it here is said of the machine alone.

use super::hall::Hall;
use super::price_tags::PriceTags;
use super::words::{Word, WordMap};
use dashmap::DashMap;

impl WordMap for DashMap<Word, u64> {
    fn get(&self, word: Word) -> Option<u64> {
        // Copied out at once: the reference would keep the shard locked.
        DashMap::get(self, word).map(|count| *count)
    }

    fn contains_key(&self, word: Word) -> bool {
        DashMap::contains_key(self, word)
    }

    fn insert(&self, word: Word, count: u64) {
        DashMap::insert(self, word, count);
    }

    // ANCHOR: add
    fn add(&self, word: Word) {
        *self.entry(word).or_insert(0) += 1;
    }
    // ANCHOR_END: add
}

impl Hall for DashMap<u32, ()> {
    fn with_a_visitor_in(seat: u32) -> Self {
        Self::from_iter([(seat, ())])
    }

    fn sit(&self, seat: u32) {
        DashMap::insert(self, seat, ());
    }

    fn rise(&self, seat: u32) {
        self.remove(&seat);
    }

    /// Shard by shard, as `len` does it too.
    fn taken(&self) -> usize {
        self.iter().count()
    }
}

impl PriceTags for DashMap<u32, u32> {
    fn on(seats: &[u32]) -> Self {
        seats.iter().map(|&seat| (seat, 1)).collect()
    }

    // ANCHOR: copy
    fn copy(&self, from: u32, to: u32) {
        let price = self.get(&from).map(|price| *price);
        if let Some(price) = price {
            self.insert(to, price);
        }
    }
    // ANCHOR_END: copy

    fn price(&self, seat: u32) -> Option<u32> {
        self.get(&seat).map(|price| *price)
    }
}
