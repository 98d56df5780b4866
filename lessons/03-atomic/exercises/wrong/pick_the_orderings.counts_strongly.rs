//! Rejected: all is as it should be but for the number of those who asked, which publishes nothing.

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
        self.price.store(price, Relaxed);
        self.is_open.store(true, Release);
    }

    /// Counts who asks, and returns the price if it is announced.
    pub fn ask(&self) -> Option<u32> {
        self.asked.fetch_add(1, AcqRel);
        let is_open = self.is_open.load(Acquire);
        is_open.then(|| self.price.load(Relaxed))
    }

    /// Closes a till; the one that closes last returns what both have taken.
    pub fn close(&self, till: usize, taken: u32) -> Option<u32> {
        self.takings[till].store(taken, Relaxed);
        let is_last = self.at_work.fetch_sub(1, AcqRel) == 1;
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
