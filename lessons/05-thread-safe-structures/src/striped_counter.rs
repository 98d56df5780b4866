//! A counter in stripes: each thread adds to one of several cells, and whoever wants the count adds them up.

use super::world::Named;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use super::world::thread;
use shared::trial::Padded;
use std::thread::available_parallelism;

/// Counts for many threads, without one cell that all of them want (as `LongAdder` does: Lea, Java 8, 2014).
///
/// An increment is cheap and a count is not: that is what the stripes buy and what they cost.
///
/// # Consistency
///
/// No increment is lost, and none is counted twice. A count includes every increment that happened before it; of those made
/// meanwhile, any. So two counts of one thread never go down.
///
/// # Examples
///
/// ```
/// use thread_safe_structures::machine::striped_counter::StripedCounter;
///
/// let sold = StripedCounter::new();
/// std::thread::scope(|scope| {
///     scope.spawn(|| sold.increment());
///     sold.increment();
/// });
/// assert_eq!(sold.get(), 2);
/// ```
#[derive(Debug)]
pub struct StripedCounter {
    /// A power of two, each alone on its cache lines: side by side they would gain nothing.
    stripes: Box<[Padded<AtomicUsize>]>,
}

/// So many stripes for each core that two running threads seldom have the same.
const STRIPES_PER_CORE: usize = 4;

impl StripedCounter {
    /// Starts at 0, with as many stripes as suit the machine.
    #[must_use]
    pub fn new() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self::with_stripes(STRIPES_PER_CORE * cores)
    }

    /// Starts at 0, with at least so many stripes, rounded up to a power of two.
    #[must_use]
    pub fn with_stripes(stripes: usize) -> Self {
        let stripe = |_| Padded(AtomicUsize::new(0).named("stripe"));
        Self {
            stripes: (0..stripes.next_power_of_two()).map(stripe).collect(),
        }
    }

    /// Adds 1.
    // ANCHOR: increment
    pub fn increment(&self) {
        let stripe = thread::number() & (self.stripes.len() - 1);
        // Relaxed: a count, and nothing is published by it. Two threads may have one stripe, so it is an update all the same.
        self.stripes[stripe].fetch_add(1, Relaxed);
    }
    // ANCHOR_END: increment

    /// Adds up the stripes.
    pub fn get(&self) -> usize {
        // Relaxed: what happened before is seen, as each stripe's own order has it; more is not promised.
        self.stripes.iter().map(|stripe| stripe.load(Relaxed)).sum()
    }
}

impl Default for StripedCounter {
    fn default() -> Self {
        Self::new()
    }
}
