//! Exercise 3: Pick the orderings.
//!
//! On the evening of a show a manager announces the price, visitors ask for it, and two tills close when they have sold enough.
//! The program below is right step by step, and each of its eight operations has the weakest ordering: too weak, for some.
//!
//! Give each operation the weakest ordering with which this holds in every execution:
//!
//! - a visitor who is told a price is told the one that was set;
//! - the till that closes last adds up what both have taken;
//! - whoever asks is counted.
//!
//! Change the eight orderings and nothing else. From weak to strong there are:
//!
//! - for a load: `Relaxed`, `Acquire`, `SeqCst`;
//! - for a store: `Relaxed`, `Release`, `SeqCst`;
//! - for `fetch_add` and `fetch_sub`, which load and store in one step: `Relaxed`, then `Acquire` or `Release`, `AcqRel`, which is both, `SeqCst`.
//!
//! `Release` hands on what its thread has done before, and `Acquire` takes over what was handed on with the value that it reads.
//! Ask of each operation: does it hand anything on, does it take anything over, or is its number all there is to it?
//!
//! An ordering that is too weak is refuted by an execution in which somebody reads an old value.
//! Of one that is too strong you are told: the check puts the next weaker one in its place and finds no execution that fails.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names, and the check runs in weak mode.

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
use world::sync::atomic::Ordering::Relaxed;

impl Evening {
    /// Sets the price and announces it.
    pub fn open(&self, price: u32) {
        self.price.store(price, Relaxed);
        self.is_open.store(true, Relaxed);
    }

    /// Counts who asks, and returns the price if it is announced.
    pub fn ask(&self) -> Option<u32> {
        self.asked.fetch_add(1, Relaxed);
        let is_open = self.is_open.load(Relaxed);
        is_open.then(|| self.price.load(Relaxed))
    }

    /// Closes a till; the one that closes last returns what both have taken.
    pub fn close(&self, till: usize, taken: u32) -> Option<u32> {
        self.takings[till].store(taken, Relaxed);
        let is_last = self.at_work.fetch_sub(1, Relaxed) == 1;
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
