//! Counting down with Relaxed: the last owner frees what another may still be reading.
//!
//! What comes of it is a data race, so it is mounted on the machine only where a detector watches.

use super::shared_value::{Owners, Shared};
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Owns a value together with its clones, by [`EagerFree`].
pub type EagerlyFreed<T> = Shared<EagerFree, T>;

/// Knows who is the last, and not whether the others are done.
#[derive(Debug)]
pub struct EagerFree {
    owners: AtomicUsize,
}

// SAFETY: none. That what the others did need not happen before the last one leaves is what this file is about.
unsafe impl Owners for EagerFree {
    fn one() -> Self {
        Self {
            owners: AtomicUsize::new(1),
        }
    }

    fn join(&self) {
        self.owners.fetch_add(1, Relaxed);
    }

    // ANCHOR: leave
    fn leave(&self) -> bool {
        self.owners.fetch_sub(1, Relaxed) == 1
    }
    // ANCHOR_END: leave
}
