//! Rejected: a ticket that comes to lie beside another wakes nobody, and there may be two who sleep: one sleeps on beside it.

use shared::model as world;

// EDIT
use world::sync::{Condvar, Mutex};

/// Holds tickets that were given back, for visitors who wait for one.
#[derive(Debug)]
pub struct Desk {
    tickets: Mutex<u32>,
    arrived: Condvar,
}

impl Desk {
    /// Starts with no ticket.
    pub fn new() -> Self {
        Self {
            tickets: Mutex::new(0),
            arrived: Condvar::new(),
        }
    }

    /// Puts a ticket down, and wakes a visitor who waits for one.
    pub fn put(&self) {
        let mut tickets = self.tickets.lock().unwrap();
        if *tickets == 0 {
            self.arrived.notify_one();
        }
        *tickets += 1;
    }

    /// Takes a ticket, as soon as there is one.
    pub fn take(&self) {
        let mut tickets = self.tickets.lock().unwrap();
        while *tickets == 0 {
            tickets = self.arrived.wait(tickets).unwrap();
        }
        *tickets -= 1;
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predicate_loop.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
