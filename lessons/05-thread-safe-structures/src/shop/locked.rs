//! A shop under a lock: one window at a time looks for a seat and takes it.

use super::super::world::sync::{Arc, Mutex};
use super::{Seat, Shop};
use std::ops::Range;

/// Sells in a critical section.
#[derive(Debug)]
pub struct LockedShop {
    free: Arc<Mutex<Range<Seat>>>,
}

impl Shop for LockedShop {
    fn open(seats: usize, windows: usize) -> Vec<Self> {
        let free = Arc::new(Mutex::new(0..seats));
        let window = |_| Self {
            free: Arc::clone(&free),
        };
        (0..windows).map(window).collect()
    }

    // ANCHOR: sell
    fn sell(&mut self) -> Option<Seat> {
        self.free.lock().expect("selling does not panic").next()
    }
    // ANCHOR_END: sell
}
