//! Announcing a price before it is written: whoever comes in between reads what was there before.

use super::publication::Announce;
use super::world::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

/// Says that the price is ready, then writes it.
#[derive(Debug)]
pub struct EarlyFlag {
    price: AtomicUsize,
    ready: AtomicBool,
}

impl Announce for EarlyFlag {
    fn silent() -> Self {
        Self {
            price: AtomicUsize::new(0),
            ready: AtomicBool::new(false),
        }
    }

    // SeqCst, the strongest ordering there is, cannot mend it: the program asks for the wrong order.
    // ANCHOR: announce
    fn announce(&self, price: usize) {
        self.ready.store(true, SeqCst);
        self.price.store(price, SeqCst);
    }
    // ANCHOR_END: announce

    fn price(&self) -> Option<usize> {
        self.ready.load(SeqCst).then(|| self.price.load(SeqCst))
    }
}
