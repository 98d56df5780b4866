//! A shop that looks for the next seat and then takes it: two windows can find the same.

use super::super::world::sync::Arc;
use super::super::world::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use super::{Seat, Shop};

/// Sells a seat to two buyers who come at once, as lesson 01's `OversoldSeat` does.
#[derive(Debug)]
pub struct OversoldShop {
    seats: usize,
    next: Arc<AtomicUsize>,
}

impl Shop for OversoldShop {
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
        let seat = self.next.load(SeqCst);
        if seat == self.seats {
            return None;
        }
        self.next.store(seat + 1, SeqCst);
        Some(seat)
    }
    // ANCHOR_END: sell
}
