//! Counting without a lock: between the load and the store another thread may have counted too.

use super::counter::Counter;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Loses updates as soon as two threads share it.
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

    fn increment(&self) {
        // Relaxed, as nothing but the number itself is shared. No stronger ordering would save the update.
        let seen = self.value.load(Relaxed);
        self.value.store(seen + 1, Relaxed);
    }

    fn get(&self) -> usize {
        self.value.load(Relaxed)
    }
}
