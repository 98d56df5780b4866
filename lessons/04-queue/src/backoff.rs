//! Backing off: each pause is longer than the last, so that those who were slower disturb those who were faster less.
//!
//! Lesson 02 has the idea for locks (Anderson, *The Performance of Spin Lock Alternatives for Shared-Memory
//! Multiprocessors*, 1990). A queue has two reasons to pause, and they differ in what the model must see.

use super::world::{hint, thread};

/// How often a pause doubles, and how often the core is given up then: as far as it was found to help on two cores,
/// and never where nobody looks before it sleeps, as in the model.
const fn rounds() -> u32 {
    if hint::LOOKS == 0 { 0 } else { 6 }
}

/// The first pause of a thread that met another: that one gets a few steps ahead. Close behind it, one would meet it at
/// every step.
const fn apart() -> u32 {
    if hint::LOOKS == 0 { 0 } else { 6 }
}

/// The first pause of a thread that waits for its turn: nobody is disturbed if it looks again soon.
const SOON: u32 = 2;

/// Counts the pauses of one operation.
#[derive(Debug, Default)]
pub struct Backoff {
    /// | pauses so far | the next one |
    /// |---|---|
    /// | fewer than [`rounds`] | is twice as long as the last |
    /// | fewer than twice as many | gives the core up |
    /// | more | is sleep, if anybody wakes |
    pauses: u32,
}

impl Backoff {
    /// Pauses after another thread was faster: one may go on at once, only it is likely to be slower again.
    ///
    /// In the model it is no pause at all, so that the executions in which a thread does go on at once are explored.
    #[cold]
    pub fn lost_race(&mut self) {
        self.pause(apart());
    }

    /// Pauses because another thread must take its step first, and at last lets it have the core.
    #[cold]
    pub fn wait(&mut self) {
        if self.pauses < rounds() {
            self.lost_race();
        } else {
            thread::yield_now();
        }
    }

    /// Pauses until `may_go_on` says so, as long as it makes sense; returns whether it did. If not, it is time to sleep.
    #[cold]
    pub fn wait_until(&mut self, may_go_on: impl Fn() -> bool) -> bool {
        while self.pauses < 2 * rounds() {
            if self.pauses < rounds() {
                self.pause(SOON);
            } else {
                self.pauses += 1;
                thread::yield_now();
            }
            if may_go_on() {
                return true;
            }
        }
        false
    }

    /// Pauses for as long as the `first` pause, doubled with each pause so far.
    fn pause(&mut self, first: u32) {
        (0..first << self.pauses.min(rounds())).for_each(|_| hint::spin_loop());
        if self.pauses < rounds() {
            self.pauses += 1;
        }
    }
}
