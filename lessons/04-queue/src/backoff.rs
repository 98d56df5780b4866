//! Backing off: each pause is longer than the last, so that those who were slower disturb those who were faster less.
//!
//! Lesson 02 has the idea for locks (Anderson, *The Performance of Spin Lock Alternatives for Shared-Memory
//! Multiprocessors*, 1990). A queue has two reasons to pause, and they differ in what the model must see.

use super::world::{hint, thread};
use std::ops::Range;

/// How often a pause grows, and how often the core is given up then: as far as it was found to help on two cores,
/// and never where nobody looks before it sleeps.
const ROUNDS: u32 = if hint::LOOKS == 0 { 0 } else { 7 };

/// Counts the pauses of one operation.
#[derive(Debug)]
pub struct Backoff {
    /// How often the pause still grows: never in the model.
    rounds: Range<u32>,
    /// How often the core is still given up before one sleeps: never in the model.
    yields: Range<u32>,
    /// How long the next pause is.
    spins: u32,
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            rounds: 0..ROUNDS,
            yields: 0..ROUNDS,
            spins: 0,
        }
    }
}

impl Backoff {
    /// Pauses after another thread was faster: one may go on at once, only it is likely to be slower again.
    ///
    /// In the model it is no pause at all, so that the executions in which a thread does go on at once are explored.
    #[cold]
    pub fn lost_race(&mut self) {
        if self.rounds.next().is_some() {
            self.spins = 2 * self.spins + 1;
        }
        (0..self.spins).for_each(|_| hint::spin_loop());
    }

    /// Pauses because another thread must take its step first, and at last lets it have the core.
    #[cold]
    pub fn wait(&mut self) {
        if self.rounds.is_empty() {
            thread::yield_now();
        } else {
            self.lost_race();
        }
    }

    /// Pauses because another thread must come first, and at last calls `sleep`.
    #[cold]
    pub fn wait_or(&mut self, sleep: impl FnOnce()) {
        if self.rounds.is_empty() && self.yields.next().is_none() {
            sleep();
        } else {
            self.wait();
        }
    }
}
