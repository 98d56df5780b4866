//! Message passing with Relaxed: the flag may arrive before the message.
//!
//! On x86 the processor keeps the order all the same, and only the compiler may break it; on ARM either may.

use super::message::Announce;
use super::world::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

/// Says "ready" in the right order, and lets others see it in another.
#[derive(Debug)]
pub struct RelaxedMessage {
    price: AtomicU32,
    ready: AtomicBool,
}

impl Announce for RelaxedMessage {
    fn silent() -> Self {
        Self {
            price: AtomicU32::new(0),
            ready: AtomicBool::new(false),
        }
    }

    // ANCHOR: message
    fn announce(&self, price: u32) {
        self.price.store(price, Relaxed);
        self.ready.store(true, Relaxed);
    }

    fn price(&self) -> Option<u32> {
        let is_ready = self.ready.load(Relaxed);
        is_ready.then(|| self.price.load(Relaxed))
    }
    // ANCHOR_END: message
}
