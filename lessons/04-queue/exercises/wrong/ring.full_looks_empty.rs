//! Rejected: indices that wrap around are equal when the ring is full, as they are when it is empty.

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
use world::sync::atomic::Ordering::{Acquire, Relaxed, Release};

impl Ring {
    /// Adds a ticket at the end; gives it back if there is no room.
    pub fn try_push(&self, ticket: Ticket) -> Result<(), Ticket> {
        let tail = self.tail.load(Relaxed);
        let head = self.head.load(Acquire);
        if (tail + self.slots.len() - head) % self.slots.len() == self.slots.len() {
            return Err(ticket);
        }
        self.write(tail, ticket);
        self.tail.store((tail + 1) % self.slots.len(), Release);
        Ok(())
    }

    /// Takes the ticket at the front, if there is one.
    pub fn try_pop(&self) -> Option<Ticket> {
        let head = self.head.load(Relaxed);
        let tail = self.tail.load(Acquire);
        if head == tail {
            return None;
        }
        let ticket = self.read(head);
        self.head.store((head + 1) % self.slots.len(), Release);
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
