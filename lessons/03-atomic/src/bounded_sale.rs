//! A compare-exchange loop: work out the next value, and store it only if nobody has been faster.

use super::world::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Promises never to sell more seats than there are.
pub trait Sale: Send + Sync + 'static {
    /// Opens the sale of so many seats.
    fn open(seats: u8) -> Self;

    /// Sells one seat; returns whether there was one.
    fn sell(&self) -> bool;

    /// Returns how many seats are sold.
    fn sold(&self) -> u8;
}

/// Checks and acts in one step, as often as it takes.
///
/// A thread goes round again only if another has sold a seat meanwhile: whatever the schedule, somebody gets on
/// (lock-free: Herlihy, *Wait-Free Synchronization*, 1991). [`fetch_update`](AtomicU8::fetch_update) is this loop, ready made.
#[derive(Debug)]
pub struct BoundedSale {
    seats: u8,
    /// Never above `seats`.
    sold: AtomicU8,
}

impl Sale for BoundedSale {
    fn open(seats: u8) -> Self {
        Self {
            seats,
            sold: AtomicU8::new(0),
        }
    }

    // ANCHOR: sell
    fn sell(&self) -> bool {
        // Relaxed, here and below: the number is all there is to know, and the exchange itself finds out whether it is old.
        let mut sold = self.sold.load(Relaxed);
        while sold < self.seats {
            match self
                .sold
                .compare_exchange_weak(sold, sold + 1, Relaxed, Relaxed)
            {
                Ok(_) => return true,
                Err(newer) => sold = newer,
            }
        }
        false
    }
    // ANCHOR_END: sell

    fn sold(&self) -> u8 {
        // Relaxed: a number that may be old by the time it is used.
        self.sold.load(Relaxed)
    }
}
