//! Exercise 3: Announce what you have written.
//!
//! A ring hands tickets over from one producer to one consumer, without a lock: one thread calls `try_push`, another `try_pop`.
//! `tail` says how many tickets were pushed, and `head` how many were popped; each is stored by one of the two, and read by both.
//! Both run on without end, and `read` and `write` wrap them around the slots.
//! A slot is plain memory, not an atomic: it is for `tail` and `head` to say whose it is.
//! The counting is right, and two things are wrong:
//!
//! - the producer announces a slot by `tail`, and only then writes it: the consumer can read it before;
//! - `Relaxed` orders nothing between an index and its slot: whoever sees the index need not see what was done with the slot.
//!   That is a *data race*, which is undefined behaviour.
//!
//! Mend `try_push` and `try_pop`:
//!
//! - tickets come out once each, in order, and none is read before it is written or overwritten before it is read;
//! - the ring takes in as many tickets as it has slots, and gives a ticket back, with `Err`, only if it is full;
//! - no ordering is stronger than need be: the check tries each one weaker, and tells you if nothing refutes that.
//!
//! Ask of each of the six accesses: which slot does it hand over, or take over, and from whom?
//!
//! `write` and `read` hold the unsafe code, and stay as they are; edit nothing but `try_push` and `try_pop`.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names. The check runs a producer and a consumer
//! in weak mode, in the model alone: on the machine a wrong answer would have undefined behaviour.

use shared::model as world;
use world::cell::UnsafeCell;
use world::sync::atomic::AtomicUsize;

/// Names a seat.
pub type Ticket = u32;

/// Holds tickets on their way from one producer to one consumer.
pub struct Ring {
    /// Those from `head` to `tail` hold a ticket and belong to the consumer, the others to the producer.
    slots: Vec<UnsafeCell<Ticket>>,
    /// How many tickets were pushed; only the producer stores it.
    tail: AtomicUsize,
    /// How many tickets were popped; only the consumer stores it.
    head: AtomicUsize,
}

// SAFETY: the two indices are to keep every two accesses to a slot in order; the checker watches whether they do.
unsafe impl Sync for Ring {}

impl Ring {
    /// Starts empty, with this many slots.
    pub fn with_slots(slots: usize) -> Self {
        let slot = |_| UnsafeCell::new(0);
        Self {
            slots: (0..slots).map(slot).collect(),
            tail: AtomicUsize::new(0),
            head: AtomicUsize::new(0),
        }
    }

    /// Writes a ticket into the slot of this index; nobody else may write or read it meanwhile.
    #[track_caller]
    fn write(&self, index: usize, ticket: Ticket) {
        // SAFETY: as above.
        self.slots[index % self.slots.len()].with_mut(|slot| unsafe { *slot = ticket });
    }

    /// Reads the ticket in the slot of this index; nobody may write it meanwhile.
    #[track_caller]
    fn read(&self, index: usize) -> Ticket {
        // SAFETY: as above.
        self.slots[index % self.slots.len()].with(|slot| unsafe { *slot })
    }
}

// EDIT
use world::sync::atomic::Ordering::Relaxed;

impl Ring {
    /// Adds a ticket at the end; gives it back if there is no room.
    pub fn try_push(&self, ticket: Ticket) -> Result<(), Ticket> {
        let tail = self.tail.load(Relaxed);
        let head = self.head.load(Relaxed);
        if tail - head == self.slots.len() {
            return Err(ticket);
        }
        self.tail.store(tail + 1, Relaxed);
        self.write(tail, ticket);
        Ok(())
    }

    /// Takes the ticket at the front, if there is one.
    pub fn try_pop(&self) -> Option<Ticket> {
        let head = self.head.load(Relaxed);
        let tail = self.tail.load(Relaxed);
        if head == tail {
            return None;
        }
        let ticket = self.read(head);
        self.head.store(head + 1, Relaxed);
        Some(ticket)
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/ring.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
