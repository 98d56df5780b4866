//! Looking for a moment before a sleep: about as long as the sleep itself would cost, since most waits are shorter.
//!
//! Whoever looks so long and then sleeps has lost about twice what the better choice would have cost, and no more, however
//! long the wait turns out to be (Karlin, Li, Manasse and Owicki, *Empirical Studies of Competitive Spinning for a
//! Shared-Memory Multiprocessor*, 1991).

use super::world::{hint, thread};

/// Says for a moment that it is worth while to look again.
#[derive(Debug, Default)]
pub struct Patience {
    looks: u32,
}

impl Patience {
    // ANCHOR: lasts
    /// Pauses and returns true; or returns false, if it is time to sleep.
    ///
    /// Only the first pause keeps the core. To yield is a longer one, in which this thread leaves the lock's word alone,
    /// and one in which whoever it waits for can run, if that is who lacks a core.
    pub fn lasts(&mut self) -> bool {
        if self.looks == hint::LOOKS {
            return false;
        }
        if self.looks == 0 {
            hint::spin_loop();
        } else {
            thread::yield_now();
        }
        self.looks += 1;
        true
    }
    // ANCHOR_END: lasts
}
