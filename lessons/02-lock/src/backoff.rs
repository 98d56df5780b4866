//! Backing off: each pause is twice as long as the last, so that many who wait disturb the one they wait for less.
//!
//! Exponential backoff for spin locks: Anderson, *The Performance of Spin Lock Alternatives for Shared-Memory
//! Multiprocessors*, 1990.

use super::world::{hint, thread};

/// The longest pause is 2 to this power of spins, about a microsecond; beyond it the holder may well not be running.
const LONGEST: u32 = 6;

/// Pauses for longer and longer, and at last lets other threads have the core.
#[derive(Debug, Default)]
pub struct Backoff {
    pauses: u32,
}

impl Backoff {
    /// Pauses once.
    pub fn pause(&mut self) {
        if self.pauses > LONGEST {
            thread::yield_now();
            return;
        }
        for _ in 0..1_u32 << self.pauses {
            hint::spin_loop();
        }
        self.pauses += 1;
    }
}
