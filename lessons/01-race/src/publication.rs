//! Announcing a price after it is written: whoever sees the announcement sees the price.

use super::world::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

/// Promises that whoever is told "ready" can read what was written.
pub trait Announce: Send + Sync + 'static {
    /// Starts with nothing announced and a price of 0.
    fn silent() -> Self;

    /// Sets the price and announces it.
    fn announce(&self, price: usize);

    /// Returns the price once it has been announced.
    fn price(&self) -> Option<usize>;
}

/// Writes the price, then says that it is ready.
#[derive(Debug)]
pub struct Publication {
    price: AtomicUsize,
    ready: AtomicBool,
}

impl Announce for Publication {
    fn silent() -> Self {
        Self {
            price: AtomicUsize::new(0),
            ready: AtomicBool::new(false),
        }
    }

    // SeqCst throughout, so that only the order of the program is in question; lesson 03 asks what less would do.
    // ANCHOR: announce
    fn announce(&self, price: usize) {
        self.price.store(price, SeqCst);
        self.ready.store(true, SeqCst);
    }
    // ANCHOR_END: announce

    fn price(&self) -> Option<usize> {
        self.ready.load(SeqCst).then(|| self.price.load(SeqCst))
    }
}
