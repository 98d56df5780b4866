//! How much is on its way at once: what a bound on a queue is there to keep small.

use shared::text::Tally;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

/// Counts what has been read and not been counted yet.
#[derive(Debug, Default)]
pub struct Flow {
    /// Less than nothing, if a broken queue has handed a chunk to two threads.
    now: AtomicI64,
    most: AtomicI64,
}

/// What a pipeline has found, and how full it was.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// The words.
    pub tally: Tally,
    /// The most chunks that were in memory at once.
    pub most_at_once: u64,
}

impl Flow {
    /// Notes that a chunk was read.
    pub fn read(&self) {
        // Relaxed, here and below: numbers to show. Each update is indivisible, and the threads are joined before the end.
        let now = self.now.fetch_add(1, Relaxed) + 1;
        self.most.fetch_max(now, Relaxed);
    }

    /// Notes that a chunk was counted, and is gone.
    pub fn counted(&self) {
        self.now.fetch_sub(1, Relaxed);
    }

    /// Ends with what was counted.
    #[must_use]
    pub fn end(&self, tally: Tally) -> Counted {
        Counted {
            tally,
            most_at_once: self.most.load(Relaxed).unsigned_abs(),
        }
    }
}
