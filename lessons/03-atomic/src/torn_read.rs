//! A sequence lock without its fences: the check of the sequence says nothing about what was read before it.

use super::seqlock::Reading;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};

/// Reads half of one write and half of another, and finds nothing wrong with it.
#[derive(Debug)]
pub struct TornRead {
    sequence: AtomicU32,
    pair: [AtomicU32; 2],
}

impl Reading for TornRead {
    fn zeros() -> Self {
        Self {
            sequence: AtomicU32::new(0),
            pair: [AtomicU32::new(0), AtomicU32::new(0)],
        }
    }

    // ANCHOR: write
    fn write(&self, pair: [u32; 2]) {
        let before = self.sequence.load(Relaxed);
        // Release orders what comes before it, and the numbers come after.
        self.sequence.store(before.wrapping_add(1), Release);
        self.pair[0].store(pair[0], Relaxed);
        self.pair[1].store(pair[1], Relaxed);
        self.sequence.store(before.wrapping_add(2), Release);
    }
    // ANCHOR_END: write

    // ANCHOR: try_read
    fn try_read(&self) -> Option<[u32; 2]> {
        let before = self.sequence.load(Acquire);
        let pair = [self.pair[0].load(Relaxed), self.pair[1].load(Relaxed)];
        // Acquire orders what comes after it, and the numbers come before.
        let after = self.sequence.load(Acquire);
        (before == after && before.is_multiple_of(2)).then_some(pair)
    }
    // ANCHOR_END: try_read
}
