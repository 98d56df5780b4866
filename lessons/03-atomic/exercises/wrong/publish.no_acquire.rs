//! Rejected: the seller publishes, and the buyer who spins on a Relaxed flag takes nothing over: the numbers may be old.

use shared::model as world;

// EDIT
use world::hint;
use world::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Relaxed, Release},
};

/// Tells buyers the price of a ticket and how many there are.
#[derive(Debug)]
pub struct Board {
    price: AtomicU32,
    tickets: AtomicU32,
    ready: AtomicBool,
}

impl Board {
    /// Starts with nothing announced.
    pub fn new() -> Self {
        Self {
            price: AtomicU32::new(0),
            tickets: AtomicU32::new(0),
            ready: AtomicBool::new(false),
        }
    }

    /// Writes both numbers, and announces them.
    pub fn announce(&self, price: u32, tickets: u32) {
        self.price.store(price, Relaxed);
        self.tickets.store(tickets, Relaxed);
        self.ready.store(true, Release);
    }

    /// Waits until both numbers are announced, and reads them.
    pub fn wait(&self) -> (u32, u32) {
        while !self.ready.load(Relaxed) {
            hint::spin_loop();
        }
        (self.price.load(Relaxed), self.tickets.load(Relaxed))
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/publish.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
