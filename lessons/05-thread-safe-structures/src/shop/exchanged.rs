//! A shop by compare-exchange: a seat is taken if it is still the next one, or another is looked for.

use super::super::world::sync::Arc;
use super::super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use super::{Seat, Shop};

/// Sells in one indivisible step.
#[derive(Debug)]
pub struct ExchangedShop {
    seats: usize,
    /// Never above `seats`.
    next: Arc<AtomicUsize>,
}

impl Shop for ExchangedShop {
    fn open(seats: usize, windows: usize) -> Vec<Self> {
        let next = Arc::new(AtomicUsize::new(0));
        let window = |_| Self {
            seats,
            next: Arc::clone(&next),
        };
        (0..windows).map(window).collect()
    }

    // ANCHOR: sell
    fn sell(&mut self) -> Option<Seat> {
        // Relaxed: the number is all there is to a seat, and nothing is published with it.
        self.next
            .fetch_update(Relaxed, Relaxed, |next| {
                (next < self.seats).then_some(next + 1)
            })
            .ok()
    }
    // ANCHOR_END: sell
}
