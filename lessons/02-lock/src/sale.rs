//! Selling a seat in one critical section: what the check finds is still so at the act.

use super::world::sync::Mutex;

/// Promises to sell one seat.
pub trait Sale: Send + Sync + 'static {
    /// Opens the sale of a seat that is free.
    fn open() -> Self;

    /// Buys the seat; returns whether it is the caller's now.
    fn buy(&self) -> bool;
}

/// Sells its seat once.
#[derive(Debug)]
pub struct LockedSale {
    taken: Mutex<bool>,
}

impl Sale for LockedSale {
    fn open() -> Self {
        Self {
            taken: Mutex::new(false),
        }
    }

    // ANCHOR: buy
    fn buy(&self) -> bool {
        let mut taken = self.taken.lock().expect("selling does not panic");
        if *taken {
            return false;
        }
        *taken = true;
        true
    }
    // ANCHOR_END: buy
}
