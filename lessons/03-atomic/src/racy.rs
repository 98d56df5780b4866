//! Counting by load, add and store: each is indivisible, and the increment that they make up is not.

use super::counter::Counter;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Counts, and loses updates as soon as two threads share it.
#[derive(Debug)]
pub struct RacyCounter {
    value: AtomicUsize,
}

impl Counter for RacyCounter {
    fn zero() -> Self {
        Self {
            value: AtomicUsize::new(0),
        }
    }

    // ANCHOR: increment
    fn increment(&self) {
        // Relaxed, and no stronger ordering would save the update: an ordering never makes two steps one.
        let seen = self.value.load(Relaxed);
        self.value.store(seen + 1, Relaxed);
    }
    // ANCHOR_END: increment

    fn get(&self) -> usize {
        self.value.load(Relaxed)
    }
}
