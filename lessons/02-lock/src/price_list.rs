//! Reading together and writing alone: many may look up a price at once, and one fills it in where it is missing.

use super::world::sync::RwLock;

/// Promises to tell the price, and to ask the wholesaler for it no more than once.
pub trait PriceList: Send + Sync + 'static {
    /// Starts without a price.
    fn empty() -> Self;

    /// Returns the price, asking for it if nobody has.
    fn price(&self) -> u32;

    /// Returns how often the wholesaler was asked.
    fn asked(&self) -> u32;
}

/// Holds the price once it is known.
#[derive(Debug, Default)]
pub struct Entry {
    /// The price, if it is known.
    pub price: Option<u32>,
    /// How often the wholesaler was asked.
    pub asked: u32,
}

impl Entry {
    /// Returns the price; asks the wholesaler if nobody has.
    pub fn fill(&mut self) -> u32 {
        *self.price.get_or_insert_with(|| {
            self.asked += 1;
            42
        })
    }
}

/// Reads under a shared lock, lets go, and writes under an exclusive one, where it looks again.
///
/// Readers and writers: Courtois, Heymans and Parnas, *Concurrent Control with "Readers" and "Writers"*, 1971.
///
/// # Consistency
///
/// Readers see the entry as some writer left it, never half written. A price that was missing may have been filled in
/// before the writer's lock is had: what was read under the shared lock is a hint there, no more.
#[derive(Debug)]
pub struct LookedUpAgain {
    entry: RwLock<Entry>,
}

impl PriceList for LookedUpAgain {
    fn empty() -> Self {
        Self {
            entry: RwLock::new(Entry::default()),
        }
    }

    // ANCHOR: price
    fn price(&self) -> u32 {
        let known = self
            .entry
            .read()
            .expect("a price list does not panic")
            .price;
        known.unwrap_or_else(|| {
            self.entry
                .write()
                .expect("a price list does not panic")
                .fill()
        })
    }
    // ANCHOR_END: price

    fn asked(&self) -> u32 {
        self.entry
            .read()
            .expect("a price list does not panic")
            .asked
    }
}
