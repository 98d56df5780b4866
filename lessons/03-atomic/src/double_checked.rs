//! One-time initialisation: a flag says whether the value is there, and a lock lets one thread make it.

use super::world::cell::UnsafeCell;
use super::world::sync::Mutex;
use super::world::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};

/// Promises to make a value once, and to show it whole.
pub trait OneTime: Send + Sync + 'static {
    /// Starts without a value.
    fn empty() -> Self;

    /// Returns the value; makes it first if it is not there.
    fn get_or_make(&self, make: impl FnOnce() -> u32) -> u32;
}

/// Looks before it locks, and again under the lock (Schmidt and Harrison, *Double-Checked Locking*, 1996).
///
/// `std::sync::OnceLock` does the same with one word for flag and lock.
pub struct DoubleChecked {
    /// | value | means |
    /// |---|---|
    /// | `false` | no value, or one in the making: only under `making` |
    /// | `true` | the value is there and is never written again |
    is_made: AtomicBool,
    making: Mutex<()>,
    value: UnsafeCell<u32>,
}

// SAFETY: the value is written under the lock while `is_made` is false, and read by threads that have seen it true, with
// Acquire from the Release that comes after the write.
unsafe impl Sync for DoubleChecked {}

impl OneTime for DoubleChecked {
    fn empty() -> Self {
        Self {
            is_made: AtomicBool::new(false),
            making: Mutex::new(()),
            value: UnsafeCell::new(0),
        }
    }

    // ANCHOR: get_or_make
    fn get_or_make(&self, make: impl FnOnce() -> u32) -> u32 {
        // Acquire: once this reads `true`, it sees the value that was written before that store's Release.
        if !self.is_made.load(Acquire) {
            self.make(make);
        }
        // SAFETY: the flag was seen to be up, here or under the lock, so the value is not written any more.
        self.value.with(|value| unsafe { *value })
    }

    // ANCHOR_END: get_or_make
}

impl DoubleChecked {
    // ANCHOR: make
    #[cold]
    fn make(&self, make: impl FnOnce() -> u32) {
        let _making = self.making.lock().expect("making does not panic");
        // Relaxed: the flag is raised under this lock, which shows all that comes with it.
        if self.is_made.load(Relaxed) {
            return;
        }
        let made = make();
        // SAFETY: this thread holds the lock and the flag is down: nobody else writes, and nobody reads.
        self.value.with_mut(|value| unsafe { *value = made });
        // Release: hands the value to each load that reads this `true` with Acquire.
        self.is_made.store(true, Release);
    }
    // ANCHOR_END: make
}

impl std::fmt::Debug for DoubleChecked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DoubleChecked").finish_non_exhaustive()
    }
}
