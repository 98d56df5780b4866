//! Message passing: write the message, then raise a flag with Release; whoever sees the flag with Acquire sees the message.

use super::world::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};

/// Promises that whoever is told "ready" can read what was written.
pub trait Announce: Send + Sync + 'static {
    /// Starts with nothing announced and a price of 0.
    fn silent() -> Self;

    /// Sets the price and announces it.
    fn announce(&self, price: u32);

    /// Returns the price once it has been announced.
    fn price(&self) -> Option<u32>;
}

/// Publishes by a flag: the store **synchronizes with** the load that reads it, so what comes before the one
/// **happens before** what comes after the other (Boehm and Adve, *Foundations of the C++ Concurrency Memory Model*, 2008).
#[derive(Debug)]
pub struct Message {
    price: AtomicU32,
    ready: AtomicBool,
}

impl Announce for Message {
    fn silent() -> Self {
        Self {
            price: AtomicU32::new(0),
            ready: AtomicBool::new(false),
        }
    }

    // ANCHOR: message
    fn announce(&self, price: u32) {
        // Relaxed: published by the store below.
        self.price.store(price, Relaxed);
        // Release: hands the price to the load that reads this `true` with Acquire.
        self.ready.store(true, Release);
    }

    fn price(&self) -> Option<u32> {
        // Acquire: once this reads `true`, it sees the price that was written before that store's Release.
        let is_ready = self.ready.load(Acquire);
        // Relaxed: the load above has brought it.
        is_ready.then(|| self.price.load(Relaxed))
    }
    // ANCHOR_END: message
}
