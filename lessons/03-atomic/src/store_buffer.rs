//! Dekker's entry without a fence: each store waits in its processor's store buffer while the load goes ahead.
//!
//! The one reordering that x86 makes, and `cargo run -p atomic` shows it happen.

use super::dekker::Entry;
use super::world::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};

/// Lets both in while both stores are still buffered.
#[derive(Debug)]
pub struct StoreBuffer {
    wants: [AtomicBool; 2],
}

impl Entry for StoreBuffer {
    fn closed() -> Self {
        Self {
            wants: [AtomicBool::new(false), AtomicBool::new(false)],
        }
    }

    // ANCHOR: enter
    fn enter(&self, me: usize) -> bool {
        // Release and Acquire do not help: they order what is before a store and what is after a load, and here the store
        // comes first.
        self.wants[me].store(true, Release);
        !self.wants[1 - me].load(Acquire)
    }
    // ANCHOR_END: enter
}
