//! A free list whose top carries a tag: each change makes it another, whichever slot is on top.

use super::free_list::FreeList;
use super::world::sync::atomic::{
    AtomicU32, AtomicU64,
    Ordering::{Acquire, Relaxed, Release},
};

/// Hands out each slot to one thread at a time (the tag is IBM's, *System/370 Principles of Operation*, 1983, appendix A).
///
/// A thread that sleeps between its load and its exchange while the top is changed 2³² times, to a multiple, would believe
/// that nothing has happened. At ten million changes a second that takes seven minutes.
///
/// # Consistency
///
/// Linearizable: a call takes effect at its exchange, a take of an empty list at its load. What a thread did with a slot
/// before it gave it back is seen by whoever takes it next.
///
/// # Examples
///
/// ```
/// use thread_safe_structures::machine::free_list::FreeList;
/// use thread_safe_structures::machine::tagged_stack::TaggedStack;
///
/// let desks = TaggedStack::full(2);
/// assert_eq!((desks.take(), desks.take(), desks.take()), (Some(1), Some(2), None));
/// desks.give(1);
/// assert_eq!(desks.take(), Some(1));
/// ```
#[derive(Debug)]
pub struct TaggedStack {
    // ANCHOR: top
    /// | bits | hold |
    /// |---|---|
    /// | 0–31 | the slot on top; 0 for none |
    /// | 32–63 | the tag: how often the top was changed, modulo 2³² |
    top: AtomicU64,
    // ANCHOR_END: top
    /// The slot below each that is free; 0 for none.
    below: Box<[AtomicU32]>,
}

/// What the word `top` holds.
#[derive(Clone, Copy)]
struct Top {
    tag: u32,
    slot: u32,
}

impl Top {
    fn of(word: u64) -> Self {
        Self {
            tag: (word >> 32) as u32,
            slot: word as u32,
        }
    }

    /// Returns the word for another slot, under the next tag.
    fn then(self, slot: u32) -> u64 {
        u64::from(self.tag.wrapping_add(1)) << 32 | u64::from(slot)
    }
}

impl FreeList for TaggedStack {
    fn full(slots: usize) -> Self {
        let slots = u32::try_from(slots).expect("a slot's number has 32 bits");
        let below = |slot| AtomicU32::new(if slot == slots { 0 } else { slot + 1 });
        Self {
            top: AtomicU64::new(u64::from(slots.min(1))),
            below: (1..=slots).map(below).collect(),
        }
    }

    // ANCHOR: take
    fn take(&self) -> Option<usize> {
        // Acquire: sees what lies below the slot, and what was done with it, as of the Release exchange that gave it back.
        let mut word = self.top.load(Acquire);
        loop {
            let top = Top::of(word);
            let slot = (top.slot != 0).then_some(top.slot as usize)?;
            // Relaxed: if another thread has taken the slot meanwhile, this may be anything, and the tag is another.
            let below = self.below[slot - 1].load(Relaxed);
            // Relaxed on success: a take publishes nothing. Acquire on failure: as the load above.
            match self
                .top
                .compare_exchange(word, top.then(below), Relaxed, Acquire)
            {
                Ok(_) => return Some(slot),
                Err(found) => word = found,
            }
        }
    }
    // ANCHOR_END: take

    fn give(&self, slot: usize) {
        // Relaxed, here and on failure: the slot on top is named and not read.
        let mut word = self.top.load(Relaxed);
        loop {
            let top = Top::of(word);
            self.below[slot - 1].store(top.slot, Relaxed);
            // Release: hands the slot, and what lies below it, to the Acquire load of whoever takes it.
            match self
                .top
                .compare_exchange(word, top.then(slot as u32), Release, Relaxed)
            {
                Ok(_) => return,
                Err(found) => word = found,
            }
        }
    }
}
