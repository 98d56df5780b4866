//! Waiting for what another thread brings: under the lock, and in a loop that looks again after each wakeup.

use super::world::sync::{Condvar, Mutex};

/// Promises that whoever takes waits until something was put, and then has it alone.
pub trait Handover: Send + Sync + 'static {
    /// Starts with nothing to take.
    fn empty() -> Self;

    /// Puts a ticket down; its number is not 0.
    fn put(&self, ticket: u32);

    /// Takes a ticket, as soon as there is one.
    fn take(&self) -> u32;
}

/// Waits as long as its predicate holds, which changes under the same lock.
///
/// Hoare, *Monitors: An Operating System Structuring Concept*, 1974; that a wakeup is no more than a hint to look again is
/// Mesa's rule (Lampson and Redell, *Experience with Processes and Monitors in Mesa*, 1980).
///
/// # Consistency
///
/// A ticket is taken once. Which of several waiting threads has it is not promised.
#[derive(Debug)]
pub struct PredicateLoop {
    tickets: Mutex<Vec<u32>>,
    /// Notified after each change of `tickets` from which a waiting thread can go on.
    arrived: Condvar,
}

impl Handover for PredicateLoop {
    fn empty() -> Self {
        Self {
            tickets: Mutex::new(Vec::new()),
            arrived: Condvar::new(),
        }
    }

    // ANCHOR: put
    fn put(&self, ticket: u32) {
        let mut tickets = self.tickets.lock().expect("a handover does not panic");
        tickets.push(ticket);
        self.arrived.notify_one();
    }
    // ANCHOR_END: put

    // ANCHOR: take
    fn take(&self) -> u32 {
        let mut tickets = self.tickets.lock().expect("a handover does not panic");
        loop {
            if let Some(ticket) = tickets.pop() {
                return ticket;
            }
            // Gives the lock back and falls asleep in one step: no ticket can come in between.
            tickets = self
                .arrived
                .wait(tickets)
                .expect("a handover does not panic");
        }
    }
    // ANCHOR_END: take
}
