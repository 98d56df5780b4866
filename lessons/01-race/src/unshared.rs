//! Counting without sharing: each thread counts its own, and the sums are added at the join.

use super::world::thread;

/// Counts for one owner; `&mut self` is the compiler's promise that nobody else counts at the same time.
#[derive(Debug, Default)]
pub struct UnsharedCounter {
    value: usize,
}

impl UnsharedCounter {
    /// Adds 1.
    pub fn increment(&mut self) {
        self.value += 1;
    }

    /// Returns the number of increments.
    #[must_use]
    pub fn get(&self) -> usize {
        self.value
    }
}

/// Lets `threads` threads count to `increments`, each on its own, and returns the sum.
// ANCHOR: count
pub fn count(threads: usize, increments: usize) -> usize {
    let start = || {
        thread::spawn(move || {
            let mut own = UnsharedCounter::default();
            (0..increments).for_each(|_| own.increment());
            own.get()
        })
    };
    let workers: Vec<_> = (0..threads).map(|_| start()).collect();
    workers
        .into_iter()
        .map(|worker| worker.join().expect("counting does not panic"))
        .sum()
}
// ANCHOR_END: count
