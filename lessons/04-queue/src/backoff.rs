//! Backing off: each pause is longer than the last, so that those who were slower disturb those who were faster less.
//!
//! Lesson 02 has the idea for locks (Anderson, *The Performance of Spin Lock Alternatives for Shared-Memory
//! Multiprocessors*, 1990). A queue has two reasons to pause, and they differ in what the model must see.

use super::world::{hint, thread};

/// How often a pause grows, and how often the core is given up then: as far as it was found to help on two cores,
/// and never where nobody looks before it sleeps.
const ROUNDS: u32 = if hint::LOOKS == 0 { 0 } else { 7 };

/// Counts the pauses of one operation.
#[derive(Debug, Default)]
pub struct Backoff {
    /// | pauses so far | the next one |
    /// |---|---|
    /// | fewer than [`ROUNDS`] | is twice as long as the last |
    /// | fewer than twice as many | gives the core up |
    /// | more | may be sleep |
    pauses: u32,
}

impl Backoff {
    /// Pauses after another thread was faster: one may go on at once, only it is likely to be slower again.
    ///
    /// In the model it is no pause at all, so that the executions in which a thread does go on at once are explored.
    #[cold]
    pub fn lost_race(&mut self) {
        if self.pauses < ROUNDS {
            self.pauses += 1;
        }
        (1..1_u32 << self.pauses.min(ROUNDS)).for_each(|_| hint::spin_loop());
    }

    /// Pauses because another thread must take its step first, and at last lets it have the core.
    #[cold]
    pub fn wait(&mut self) {
        if self.pauses < ROUNDS {
            self.lost_race();
        } else {
            thread::yield_now();
        }
    }

    /// Pauses because another thread must come first, and at last calls `sleep`.
    #[cold]
    pub fn wait_or(&mut self, sleep: impl FnOnce()) {
        if self.pauses < ROUNDS {
            self.lost_race();
        } else if self.pauses < 2 * ROUNDS {
            self.pauses += 1;
            thread::yield_now();
        } else {
            sleep();
        }
    }
}
