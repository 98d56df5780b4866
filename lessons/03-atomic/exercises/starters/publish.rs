//! Exercise 2: Publish what you have written.
//!
//! A seller writes two numbers on a board and then raises the flag `ready`; buyers wait for the flag and then read the numbers.
//! The order of the program is right. But `Relaxed` orders nothing between different variables:
//! a buyer can see the flag and still read numbers from before, as compilers and processors move such loads and stores about.
//!
//! Mend `announce` and `wait`, so that whoever sees the flag sees the numbers:
//!
//! - a buyer gets the two numbers that were announced, in every order that the memory model allows;
//! - a buyer waits until they are announced, and no longer.
//!
//! Two orderings are made for this:
//!
//! - a store with `Release` publishes all that its thread has done before it;
//! - a load with `Acquire` that reads such a store lets its thread see, from then on, all that was published by it.
//!
//! Like `Relaxed` they are names of `Ordering`, and must be in the `use` below.
//!
//! No lock is needed; `new`, `announce` and `wait` must stay, and the rest of `Board` is yours.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs a seller and a buyer in weak mode, where a load may read an older value if no ordering forbids it:
//! the timeline marks such a load as stale.

use shared::model as world;

// EDIT
use world::hint;
use world::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

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
        self.ready.store(true, Relaxed);
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
