//! Announcing a slot that is not written yet: by storing the index before the value, or by an index that publishes nothing.
//!
//! What comes of it is a data race, so it is mounted on the machine only where a detector watches.

use super::lamport_ring::{Announce, LamportRing};
use super::world::sync::atomic::{
    AtomicUsize,
    Ordering::{Relaxed, Release},
};

/// Lets the consumer read a slot that the producer has not written.
pub type UnpublishedRing<T, A> = LamportRing<T, A>;

/// First the index, then the value: the program asks for the wrong order, and no ordering mends it.
#[derive(Debug)]
pub enum IndexFirst {}

// SAFETY: none. That the consumer may come before the value is what this file is about.
unsafe impl Announce for IndexFirst {
    // ANCHOR: index_first
    fn announce(tail: &AtomicUsize, next: usize, write: impl FnOnce()) {
        tail.store(next, Release);
        write();
    }
    // ANCHOR_END: index_first
}

/// First the value, then the index, but Relaxed: whoever sees the index need not see the value.
#[derive(Debug)]
pub enum RelaxedIndex {}

// SAFETY: none, as above.
unsafe impl Announce for RelaxedIndex {
    // ANCHOR: relaxed_index
    fn announce(tail: &AtomicUsize, next: usize, write: impl FnOnce()) {
        write();
        tail.store(next, Relaxed);
    }
    // ANCHOR_END: relaxed_index
}
