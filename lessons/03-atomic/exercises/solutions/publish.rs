//! The flag carries the numbers: its store has `Release`, its load `Acquire`, and all else may be `Relaxed`.
//!
//! The load that reads `true` *synchronizes with* the store that wrote it,
//! so what comes before the store *happens before* what comes after the load.
//! Both sides are needed: what one publishes, the other must take over.
//! A `false` takes over nothing, and the loop reads again.

use shared::model as world;

// EDIT
use world::hint;
use world::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
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
        // Release: hands both numbers to the load that reads this `true` with Acquire.
        self.ready.store(true, Release);
    }

    /// Waits until both numbers are announced, and reads them.
    pub fn wait(&self) -> (u32, u32) {
        // Acquire: once this reads `true`, it sees the numbers that were written before that store's Release.
        while !self.ready.load(Acquire) {
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
