//! Checking under one lock and acting under the next: each section is right by itself, and the seat is sold twice.

use super::sale::Sale;
use super::world::sync::Mutex;

/// Sells its seat to everybody who looks before the first buyer has taken it.
///
/// There is no data race here, and no access without the lock: the lock is given back too early.
#[derive(Debug)]
pub struct SplitSection {
    taken: Mutex<bool>,
}

impl Sale for SplitSection {
    fn open() -> Self {
        Self {
            taken: Mutex::new(false),
        }
    }

    // ANCHOR: buy
    fn buy(&self) -> bool {
        if *self.taken.lock().expect("selling does not panic") {
            return false;
        }
        // The guard of the condition is gone: here another buyer comes in.
        *self.taken.lock().expect("selling does not panic") = true;
        true
    }
    // ANCHOR_END: buy
}
