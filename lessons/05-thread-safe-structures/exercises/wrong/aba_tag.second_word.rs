//! Rejected: a tag beside the word is looked at in one step and the top exchanged in the next: in between, both can change.

use shared::model as world;

// EDIT
use world::sync::atomic::{
    AtomicU32, AtomicU64,
    Ordering::{Acquire, Relaxed, Release},
};

/// Hands out the slots 1 to n, each to one thread at a time.
#[derive(Debug)]
pub struct Slots {
    /// The slot on top; 0 for none.
    top: AtomicU64,
    /// How often the top was changed.
    tag: AtomicU64,
    /// The slot below each that is free; 0 for none.
    below: Vec<AtomicU32>,
}

impl Slots {
    /// Starts with this many slots, all of them free.
    pub fn full(slots: u32) -> Self {
        let below = |slot| AtomicU32::new(if slot == slots { 0 } else { slot + 1 });
        Self {
            top: AtomicU64::new(1),
            tag: AtomicU64::new(0),
            below: (1..=slots).map(below).collect(),
        }
    }

    /// Takes a free slot, if there is one.
    pub fn take(&self) -> Option<u32> {
        loop {
            let tag = self.tag.load(Acquire);
            let word = self.top.load(Acquire);
            let slot = word as u32;
            if slot == 0 {
                return None;
            }
            let below = u64::from(self.below[slot as usize - 1].load(Relaxed));
            let is_new = self.tag.load(Acquire) == tag;
            let exchange = || self.top.compare_exchange(word, below, Acquire, Relaxed);
            if is_new && exchange().is_ok() {
                self.tag.fetch_add(1, Release);
                return Some(slot);
            }
        }
    }

    /// Gives back a slot that the caller has taken.
    pub fn give(&self, slot: u32) {
        let mut word = self.top.load(Relaxed);
        loop {
            self.below[slot as usize - 1].store(word as u32, Relaxed);
            let next = u64::from(slot);
            match self.top.compare_exchange(word, next, Release, Relaxed) {
                Ok(_) => break,
                Err(found) => word = found,
            }
        }
        self.tag.fetch_add(1, Release);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/aba_tag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
