//! Counting together: the promise that every answer of this lesson must keep, and the threads that put it to the test.

use super::world::sync::Arc;
use super::world::thread;

/// Promises to count every increment, whoever makes it.
pub trait Counter: Send + Sync + 'static {
    /// Starts at 0.
    fn zero() -> Self;

    /// Adds 1.
    fn increment(&self);

    /// Returns the number of increments.
    fn get(&self) -> usize;
}

/// Lets `threads` threads add 1 to one counter, `increments` times each, and returns what it counted.
///
/// The join is **thread synchronization** already: what a thread did comes before whatever follows its join.
pub fn count<C: Counter>(threads: usize, increments: usize) -> usize {
    let counter = Arc::new(C::zero());
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
