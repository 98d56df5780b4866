//! Selling a seat in one indivisible step: whoever takes it finds it free.

use super::world::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// Promises to sell one seat.
pub trait Sale: Send + Sync + 'static {
    /// Opens the sale of a seat that is free.
    fn open() -> Self;

    /// Buys the seat; returns whether it is the caller's now.
    fn buy(&self) -> bool;
}

/// Sells its seat once.
#[derive(Debug)]
pub struct Seat {
    taken: AtomicBool,
}

impl Sale for Seat {
    fn open() -> Self {
        Self {
            taken: AtomicBool::new(false),
        }
    }

    // ANCHOR: buy
    fn buy(&self) -> bool {
        // The check is made again, in the same step as the act, until nobody came in between.
        self.taken
            .fetch_update(SeqCst, SeqCst, |taken| (!taken).then_some(true))
            .is_ok()
    }
    // ANCHOR_END: buy
}
