//! Counting by `fetch_add`: load, add and store are one step, and no other thread comes in between.

use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
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

/// Adds in one indivisible step, a read-modify-write.
#[derive(Debug)]
pub struct AtomicCounter {
    value: AtomicUsize,
}

impl Counter for AtomicCounter {
    fn zero() -> Self {
        Self {
            value: AtomicUsize::new(0),
        }
    }

    // ANCHOR: increment
    fn increment(&self) {
        // Relaxed: nothing but the number is shared. A read-modify-write reads the newest number whatever its ordering.
        self.value.fetch_add(1, Relaxed);
    }
    // ANCHOR_END: increment

    fn get(&self) -> usize {
        // Relaxed: whoever wants the last word has joined the threads that add, and the join shows what they did.
        self.value.load(Relaxed)
    }
}

/// Lets `threads` threads add 1 to one counter, `increments` times each, and returns what it counted.
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
