//! Counting in stripes: the number lies on several cache lines, so that threads that add do not wait for one line.

use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::trial::Padded;

/// Holds a number as the sum of its stripes, each on cache lines of its own.
///
/// Without the padding the stripes would share a line, which the cores take from one another as they do a single
/// number: *false sharing*. Java's `LongAdder` (Lea, 2012) is such a counter.
///
/// # Consistency
///
/// Each increment is counted once. `get` reads one stripe after the other: beside threads that add, it returns no less
/// than what happened before it, and no more than was added by its end. If one could subtract as well, it might return
/// a number that never was.
///
/// # Examples
///
/// ```
/// use atomic::machine::striped::StripedCounter;
/// use std::thread;
///
/// let counter = StripedCounter::<8>::zero();
/// thread::scope(|scope| {
///     let count = |thread| (0..1_000).for_each(|_| counter.increment(thread));
///     (0..4).for_each(|thread| _ = scope.spawn(move || count(thread)));
/// });
/// assert_eq!(counter.get(), 4_000);
/// ```
#[derive(Debug)]
pub struct StripedCounter<const STRIPES: usize> {
    stripes: [Padded<AtomicUsize>; STRIPES],
}

impl<const STRIPES: usize> StripedCounter<STRIPES> {
    /// Starts at 0.
    #[must_use]
    pub fn zero() -> Self {
        let stripe = |_| Padded(AtomicUsize::new(0));
        Self {
            stripes: std::array::from_fn(stripe),
        }
    }

    // ANCHOR: increment
    /// Adds 1 to the stripe of a thread; those of threads with other numbers are others as long as there are enough.
    pub fn increment(&self, thread: usize) {
        // Relaxed: nothing but the number is shared. One step, since two threads may have the same stripe.
        self.stripes[thread % STRIPES].fetch_add(1, Relaxed);
    }
    // ANCHOR_END: increment

    // ANCHOR: get
    /// Returns the number of increments.
    pub fn get(&self) -> usize {
        // Relaxed: whoever wants the last word has joined the threads that add, and the join shows what they did.
        let stripes = self.stripes.iter();
        stripes.map(|stripe| stripe.load(Relaxed)).sum()
    }
    // ANCHOR_END: get
}
