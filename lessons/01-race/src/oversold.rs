//! Selling a seat by check, then act: what was true at the check need not be true at the act.

use super::seat::Sale;
use super::world::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// Sells its seat to everybody who looks before the first buyer has taken it.
#[derive(Debug)]
pub struct OversoldSeat {
    taken: AtomicBool,
}

impl Sale for OversoldSeat {
    fn open() -> Self {
        Self {
            taken: AtomicBool::new(false),
        }
    }

    // ANCHOR: buy
    fn buy(&self) -> bool {
        if self.taken.load(SeqCst) {
            return false;
        }
        self.taken.store(true, SeqCst);
        true
    }
    // ANCHOR_END: buy
}
