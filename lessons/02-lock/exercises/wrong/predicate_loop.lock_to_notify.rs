//! Rejected: the ticket is put down before the lock is taken, and a visitor who was awake takes it; the one who is woken does not look again.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::SeqCst};
use world::sync::{Condvar, Mutex};

/// Holds tickets that were given back, for visitors who wait for one.
#[derive(Debug)]
pub struct Desk {
    tickets: AtomicU32,
    queue: Mutex<()>,
    arrived: Condvar,
}

impl Desk {
    /// Starts with no ticket.
    pub fn new() -> Self {
        Self {
            tickets: AtomicU32::new(0),
            queue: Mutex::new(()),
            arrived: Condvar::new(),
        }
    }

    /// Puts a ticket down, and wakes a visitor who waits for one.
    pub fn put(&self) {
        self.tickets.fetch_add(1, SeqCst);
        let _queue = self.queue.lock().unwrap();
        self.arrived.notify_one();
    }

    /// Takes a ticket, as soon as there is one.
    pub fn take(&self) {
        let mut queue = self.queue.lock().unwrap();
        if self.tickets.load(SeqCst) == 0 {
            queue = self.arrived.wait(queue).unwrap();
        }
        self.tickets.fetch_sub(1, SeqCst);
        drop(queue);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predicate_loop.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
