//! A free list whose exchange asks for the same slot on top: it may be the same slot, and lie on another.

use super::free_list::FreeList;
use super::world::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};

/// Hands out a slot twice when the one on top was taken and given back meanwhile: A, then B, then A again (ABA).
///
/// It is Treiber's stack with slots for nodes. Nothing is freed, so no reclamation helps: the slot itself comes back.
#[derive(Debug)]
pub struct AbaStack {
    /// The slot on top; 0 for none.
    top: AtomicUsize,
    /// The slot below each; 0 for none.
    below: Box<[AtomicUsize]>,
}

impl FreeList for AbaStack {
    fn full(slots: usize) -> Self {
        let below = |slot| AtomicUsize::new(if slot == slots { 0 } else { slot + 1 });
        Self {
            top: AtomicUsize::new(slots.min(1)),
            below: (1..=slots).map(below).collect(),
        }
    }

    // ANCHOR: take
    fn take(&self) -> Option<usize> {
        let mut top = self.top.load(Acquire);
        while top != 0 {
            let below = self.below[top - 1].load(Relaxed);
            match self.top.compare_exchange(top, below, Relaxed, Acquire) {
                Ok(_) => return Some(top),
                Err(found) => top = found,
            }
        }
        None
    }
    // ANCHOR_END: take

    fn give(&self, slot: usize) {
        let mut top = self.top.load(Relaxed);
        loop {
            self.below[slot - 1].store(top, Relaxed);
            match self.top.compare_exchange(top, slot, Release, Relaxed) {
                Ok(_) => return,
                Err(found) => top = found,
            }
        }
    }
}
