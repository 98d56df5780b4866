//! Exercise 4: Tag the top.
//!
//! `Slots` hands out slots, and takes back those that are needed no more: a *free list*, without a lock.
//! It is a stack of numbers: `top` says which slot is on top, and `below` says for each which one it lies on.
//! `take` looks at the top and at what lies below it, and puts the second in the place of the first by a compare-exchange.
//! That asks whether the same slot is on top, and it may be: taken by another meanwhile, and given back, on top of other slots.
//! Then a slot is put on top that somebody has. This is *ABA*: A was there, then B, then A again.
//!
//! Mend `Slots` by a *tag*, a number that is packed into the same word as the slot on top, so that one exchange asks for both:
//!
//! - a slot is one thread's at a time, and none is lost;
//! - what a thread did with a slot before it gave it back is seen by the one that takes it next: that is so now, and must stay;
//! - the tag is not back at what it was when a thread has slept for a while: give it more than 8 bits.
//!   The check has a thread sleep until a tag of 8 bits has come round; on the machine one may sleep for millions of changes.
//!
//! `Slots` may have other fields; keep `full`, `take` and `give`, and take no lock.
//! A word of 64 bits has room for two numbers: `u64::from(tag) << 32 | u64::from(slot)` packs them.
//! `word as u32` is then the lower one, and `(word >> 32) as u32` the upper; in a timeline, 4294967298 is the tag 1 beside the slot 2.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names, and the check runs two threads in weak mode,
//! where a load may read an older value if no ordering forbids it: the timeline marks such a load as stale.

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
    /// The slot below each that is free; 0 for none.
    below: Vec<AtomicU32>,
}

impl Slots {
    /// Starts with this many slots, all of them free.
    pub fn full(slots: u32) -> Self {
        let below = |slot| AtomicU32::new(if slot == slots { 0 } else { slot + 1 });
        Self {
            top: AtomicU64::new(1),
            below: (1..=slots).map(below).collect(),
        }
    }

    /// Takes a free slot, if there is one.
    pub fn take(&self) -> Option<u32> {
        // Acquire, here and on failure: sees what lies below the slot, and what was done with it, as of the Release that gave it back.
        let mut word = self.top.load(Acquire);
        loop {
            let slot = word as u32;
            if slot == 0 {
                return None;
            }
            let below = self.below[slot as usize - 1].load(Relaxed);
            let next = u64::from(below);
            match self.top.compare_exchange(word, next, Relaxed, Acquire) {
                Ok(_) => return Some(slot),
                Err(found) => word = found,
            }
        }
    }

    /// Gives back a slot that the caller has taken.
    pub fn give(&self, slot: u32) {
        let mut word = self.top.load(Relaxed);
        loop {
            let top = word as u32;
            self.below[slot as usize - 1].store(top, Relaxed);
            let next = u64::from(slot);
            // Release: hands the slot, and what lies below it, to the Acquire load of whoever takes it.
            match self.top.compare_exchange(word, next, Release, Relaxed) {
                Ok(_) => return,
                Err(found) => word = found,
            }
        }
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/aba_tag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
