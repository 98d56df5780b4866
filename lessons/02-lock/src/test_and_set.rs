//! The spin lock of the textbooks: swap until the lock was free, store to give it back.
//!
//! Every failed swap writes, and so takes the cache line from the holder; [`spin`](super::spin) looks before it swaps.

use super::guarded::{Guarded, RawLock};
use super::world::hint;
use super::world::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};

/// Guards a value by [`TestAndSet`].
pub type TestAndSetLock<T> = Guarded<TestAndSet, T>;

/// Spins until its swap finds the lock free (Herlihy and Shavit, *The Art of Multiprocessor Programming*, 2008, chapter 7).
#[derive(Debug)]
pub struct TestAndSet {
    /// | value | means |
    /// |---|---|
    /// | `false` | free |
    /// | `true` | held |
    locked: AtomicBool,
}

// SAFETY: a swap is indivisible, so of all that find `false` between two unlocks there is one; it reads what the unlock
// wrote, with Acquire from Release.
unsafe impl RawLock for TestAndSet {
    fn unlocked() -> Self {
        Self {
            locked: AtomicBool::new(false),
        }
    }

    // ANCHOR: lock
    fn lock(&self) {
        // Acquire: once this reads the `false` of an unlock, it sees all that was written before that unlock's Release.
        while self.locked.swap(true, Acquire) {
            hint::spin_loop();
        }
    }

    unsafe fn unlock(&self) {
        // Release: hands all that was written under the lock to the swap that reads this `false` with Acquire.
        self.locked.store(false, Release);
    }
    // ANCHOR_END: lock
}
