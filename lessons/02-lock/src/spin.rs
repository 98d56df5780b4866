//! A spin lock that looks before it swaps, and backs off: for sections of a few instructions.

use super::backoff::Backoff;
use super::guarded::{Guarded, RawLock};
use super::world::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};

/// Guards a value by [`Spin`].
///
/// # Examples
///
/// ```
/// use lock::machine::spin::SpinLock;
///
/// let stock = SpinLock::new(vec!["row 7"]);
/// stock.lock().push("row 8");
/// assert_eq!(stock.into_inner(), ["row 7", "row 8"]);
/// ```
pub type SpinLock<T> = Guarded<Spin, T>;

/// Spins on a load, which leaves the cache line shared, and swaps only when it has seen the lock free
/// (test-and-test-and-set: Rudolph and Segall, *Dynamic Decentralized Cache Schemes for MIMD Parallel Processors*, 1984).
///
/// It is not fair: whoever swaps first after an unlock has it, and a thread can starve.
#[derive(Debug)]
pub struct Spin {
    // ANCHOR: state
    /// | value | means | changed by |
    /// |---|---|---|
    /// | `false` | free | `unlock` of the holder |
    /// | `true` | held | the first swap that finds `false` |
    locked: AtomicBool,
    // ANCHOR_END: state
}

// SAFETY: a swap is indivisible, so of all that find `false` between two unlocks there is one; it reads what the unlock
// wrote, with Acquire from Release.
unsafe impl RawLock for Spin {
    fn unlocked() -> Self {
        Self {
            locked: AtomicBool::new(false),
        }
    }

    // ANCHOR: lock
    #[inline]
    fn lock(&self) {
        let mut backoff = Backoff::default();
        // Acquire: once this reads the `false` of an unlock, it sees all that was written before that unlock's Release.
        while self.locked.swap(true, Acquire) {
            // Relaxed: a hint that it is worth while to swap; the swap decides.
            while self.locked.load(Relaxed) {
                backoff.pause();
            }
        }
    }

    #[inline]
    unsafe fn unlock(&self) {
        // Release: hands all that was written under the lock to the swap that reads this `false` with Acquire.
        self.locked.store(false, Release);
    }
    // ANCHOR_END: lock
}
