//! Rejected: each give counts the tag up, and each take puts back the word from before, with its tag: so the same tag comes again.

use shared::model as world;

// EDIT
use world::sync::atomic::{
    AtomicU64,
    Ordering::{Acquire, Relaxed, Release},
};

/// Hands out the slots 1 to n, each to one thread at a time.
#[derive(Debug)]
pub struct Slots {
    /// The slot on top in the lower half, 0 for none; the tag in the upper half.
    top: AtomicU64,
    /// The word for the slot below each that is free.
    below: Vec<AtomicU64>,
}

impl Slots {
    /// Starts with this many slots, all of them free.
    pub fn full(slots: u32) -> Self {
        let below = |slot| AtomicU64::new(u64::from(if slot == slots { 0 } else { slot + 1 }));
        Self {
            top: AtomicU64::new(1),
            below: (1..=slots).map(below).collect(),
        }
    }

    /// Takes a free slot, if there is one.
    pub fn take(&self) -> Option<u32> {
        let mut word = self.top.load(Acquire);
        loop {
            let slot = word as u32;
            if slot == 0 {
                return None;
            }
            let below = self.below[slot as usize - 1].load(Relaxed);
            match self.top.compare_exchange(word, below, Relaxed, Acquire) {
                Ok(_) => return Some(slot),
                Err(found) => word = found,
            }
        }
    }

    /// Gives back a slot that the caller has taken.
    pub fn give(&self, slot: u32) {
        let mut word = self.top.load(Relaxed);
        loop {
            self.below[slot as usize - 1].store(word, Relaxed);
            let next = then(word, slot);
            match self.top.compare_exchange(word, next, Release, Relaxed) {
                Ok(_) => return,
                Err(found) => word = found,
            }
        }
    }
}

/// Returns the word for a slot on top, under the next tag.
fn then(word: u64, slot: u32) -> u64 {
    let tag = (word >> 32) as u32;
    u64::from(tag.wrapping_add(1)) << 32 | u64::from(slot)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/aba_tag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
