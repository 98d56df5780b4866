//! Looking once where a loop is needed: between the wakeup and the lock another thread takes what was brought.

use super::handover::Handover;
use super::world::sync::{Condvar, Mutex};

/// Takes it that whoever was woken finds a ticket.
#[derive(Debug)]
pub struct AskedOnce {
    tickets: Mutex<Vec<u32>>,
    arrived: Condvar,
}

impl Handover for AskedOnce {
    fn empty() -> Self {
        Self {
            tickets: Mutex::new(Vec::new()),
            arrived: Condvar::new(),
        }
    }

    fn put(&self, ticket: u32) {
        let mut tickets = self.tickets.lock().expect("a handover does not panic");
        tickets.push(ticket);
        self.arrived.notify_one();
    }

    // ANCHOR: take
    fn take(&self) -> u32 {
        let mut tickets = self.tickets.lock().expect("a handover does not panic");
        if tickets.is_empty() {
            tickets = self
                .arrived
                .wait(tickets)
                .expect("a handover does not panic");
        }
        tickets
            .pop()
            .expect("a thread that was woken finds a ticket")
    }
    // ANCHOR_END: take
}
