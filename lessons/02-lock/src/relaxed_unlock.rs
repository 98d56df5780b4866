//! Unlocking with Relaxed: the lock still excludes, and the next holder need not see what the last one wrote.
//!
//! On x86 the machine hides it, since every store there releases; the model shows it, and so does ThreadSanitizer.
//! What it guards is a data race, so it is mounted on the machine only where a detector watches.

use super::guarded::{Guarded, RawLock};
use super::world::hint;
use super::world::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed},
};

/// Guards a value by [`RelaxedUnlock`].
pub type RelaxedUnlockLock<T> = Guarded<RelaxedUnlock, T>;

/// Takes turns, and hands nothing over.
#[derive(Debug)]
pub struct RelaxedUnlock {
    locked: AtomicBool,
}

// SAFETY: none. That what comes before the unlock need not happen before the next lock is what this file is about.
unsafe impl RawLock for RelaxedUnlock {
    fn unlocked() -> Self {
        Self {
            locked: AtomicBool::new(false),
        }
    }

    // ANCHOR: lock
    fn lock(&self) {
        // Acquire, with no Release to pair with.
        while self.locked.swap(true, Acquire) {
            hint::spin_loop();
        }
    }

    unsafe fn unlock(&self) {
        self.locked.store(false, Relaxed);
    }
    // ANCHOR_END: lock
}
