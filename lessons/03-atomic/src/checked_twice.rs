//! Double-checked initialisation with a Relaxed flag: whoever sees the flag need not see the value.
//!
//! What comes of it is a data race, so it is mounted on the machine only where a detector watches.

use super::double_checked::OneTime;
use super::world::cell::UnsafeCell;
use super::world::sync::Mutex;
use super::world::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Checks twice, and the first check publishes nothing.
pub struct CheckedTwice {
    is_made: AtomicBool,
    making: Mutex<()>,
    value: UnsafeCell<u32>,
}

// SAFETY: none. That a thread can see the flag and not the value is what this file is about.
unsafe impl Sync for CheckedTwice {}

impl OneTime for CheckedTwice {
    fn empty() -> Self {
        Self {
            is_made: AtomicBool::new(false),
            making: Mutex::new(()),
            value: UnsafeCell::new(0),
        }
    }

    // ANCHOR: get_or_make
    fn get_or_make(&self, make: impl FnOnce() -> u32) -> u32 {
        if !self.is_made.load(Relaxed) {
            let _making = self.making.lock().expect("making does not panic");
            if !self.is_made.load(Relaxed) {
                let made = make();
                // SAFETY: this thread holds the lock, so nobody else writes. Nothing keeps the others from reading.
                self.value.with_mut(|value| unsafe { *value = made });
                self.is_made.store(true, Relaxed);
            }
        }
        // SAFETY: none, as above.
        self.value.with(|value| unsafe { *value })
    }
    // ANCHOR_END: get_or_make
}

impl std::fmt::Debug for CheckedTwice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CheckedTwice").finish_non_exhaustive()
    }
}
