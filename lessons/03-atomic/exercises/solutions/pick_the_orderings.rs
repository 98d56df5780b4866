//! Three of the eight hand something on or take something over, and each of them names its partner.
//!
//! The flag hands on the price. The countdown does both: each till hands on what it has taken, and the last takes it over.
//! The data need no ordering of their own, since a flag or a countdown orders them; and the number of those who asked
//! is all that there is to it: a read-modify-write counts right whatever its ordering.
//! `SeqCst` would be for two threads that each write one variable and then read the other's: here nobody does.

use shared::model as world;
use world::sync::atomic::{AtomicBool, AtomicU32};

/// Holds what manager, visitors and tills share on the evening of a show.
#[derive(Debug)]
pub struct Evening {
    /// What a ticket costs.
    pub price: AtomicU32,
    /// Whether the price is announced.
    pub is_open: AtomicBool,
    /// How often somebody has asked for the price.
    pub asked: AtomicU32,
    /// What each till has taken.
    pub takings: [AtomicU32; 2],
    /// How many tills have not closed yet.
    pub at_work: AtomicU32,
}

// EDIT
use world::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};

impl Evening {
    /// Sets the price and announces it.
    pub fn open(&self, price: u32) {
        // Relaxed: published by the store below.
        self.price.store(price, Relaxed);
        // Release: hands the price to the load that reads this `true` with Acquire.
        self.is_open.store(true, Release);
    }

    /// Counts who asks, and returns the price if it is announced.
    pub fn ask(&self) -> Option<u32> {
        // Relaxed: publishes nothing, and adds to the newest number whatever its ordering.
        self.asked.fetch_add(1, Relaxed);
        // Acquire: once this reads `true`, it sees the price that was written before that store's Release.
        let is_open = self.is_open.load(Acquire);
        // Relaxed: ordered by the load above.
        is_open.then(|| self.price.load(Relaxed))
    }

    /// Closes a till; the one that closes last returns what both have taken.
    pub fn close(&self, till: usize, taken: u32) -> Option<u32> {
        // Relaxed: handed on by the countdown.
        self.takings[till].store(taken, Relaxed);
        // Release: hands what this till has taken to the last one. Acquire: as the last one, takes over what the other has.
        let is_last = self.at_work.fetch_sub(1, AcqRel) == 1;
        // Relaxed: ordered by the countdown.
        is_last.then(|| self.takings.iter().map(|till| till.load(Relaxed)).sum())
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/pick_the_orderings.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
