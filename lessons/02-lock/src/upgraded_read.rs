//! Asking to write while still reading: the writer waits for all readers to leave, and is one of them.

use super::price_list::{Entry, PriceList};
use super::world::sync::RwLock;

/// Keeps its shared lock while it waits for the exclusive one.
///
/// Two threads that do so wait for each other; one that does so alone waits for itself, and `std` may panic instead.
#[derive(Debug)]
pub struct UpgradedRead {
    entry: RwLock<Entry>,
}

impl PriceList for UpgradedRead {
    fn empty() -> Self {
        Self {
            entry: RwLock::new(Entry::default()),
        }
    }

    // ANCHOR: price
    fn price(&self) -> u32 {
        let entry = self.entry.read().expect("a price list does not panic");
        match entry.price {
            Some(price) => price,
            None => self
                .entry
                .write()
                .expect("a price list does not panic")
                .fill(),
        }
    }
    // ANCHOR_END: price

    fn asked(&self) -> u32 {
        self.entry
            .read()
            .expect("a price list does not panic")
            .asked
    }
}
