//! Counting by load, add and store: two threads can read the same value, and then one increment is lost.

use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use super::world::thread;

/// Counts, and loses updates as soon as two threads share it.
///
/// Each load and each store is indivisible; the increment that they make up is not.
#[derive(Debug)]
pub struct RacyCounter {
    value: AtomicUsize,
}

impl RacyCounter {
    /// Starts at 0.
    #[must_use]
    pub fn new() -> Self {
        Self {
            value: AtomicUsize::new(0),
        }
    }

    /// Adds 1: reads the value, adds to what it read, writes the sum.
    // ANCHOR: increment
    pub fn increment(&self) {
        // Relaxed, as nothing but the number itself is shared. No stronger ordering would save the update.
        let seen = self.value.load(Relaxed);
        self.value.store(seen + 1, Relaxed);
    }
    // ANCHOR_END: increment

    /// Returns the number of increments that were not lost.
    pub fn get(&self) -> usize {
        self.value.load(Relaxed)
    }
}

impl Default for RacyCounter {
    fn default() -> Self {
        Self::new()
    }
}
// ANCHOR: count
/// Lets `threads` threads add 1 to one counter, `increments` times each, and returns what it counted.
pub fn count(threads: usize, increments: usize) -> usize {
    let counter = Arc::new(RacyCounter::new());
    let start = || {
        let counter = Arc::clone(&counter);
        thread::spawn(move || (0..increments).for_each(|_| counter.increment()))
    };
    let workers: Vec<_> = (0..threads).map(|_| start()).collect();
    for worker in workers {
        worker.join().expect("counting does not panic");
    }
    counter.get()
}
// ANCHOR_END: count
