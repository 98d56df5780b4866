//! A stop flag: the one message that carries nothing but itself, and so needs no ordering.

use super::world::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Tells threads that work in rounds to stop.
#[derive(Debug)]
pub struct StopFlag {
    is_raised: AtomicBool,
}

impl StopFlag {
    /// Starts lowered.
    #[must_use]
    pub fn new() -> Self {
        Self {
            is_raised: AtomicBool::new(false),
        }
    }

    // ANCHOR: stop
    /// Asks all who look to stop.
    pub fn raise(&self) {
        // Relaxed: publishes nothing. It is seen before long: how soon is up to the machine, and no ordering makes it sooner.
        self.is_raised.store(true, Relaxed);
    }

    /// Returns whether to stop.
    pub fn is_raised(&self) -> bool {
        // Relaxed: what the threads have made is handed over when they are joined.
        self.is_raised.load(Relaxed)
    }
    // ANCHOR_END: stop
}

impl Default for StopFlag {
    fn default() -> Self {
        Self::new()
    }
}
