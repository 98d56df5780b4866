//! Relaxed up, Release down, and an Acquire fence for the last one.
//!
//! To join publishes nothing: a new owner is made from one that is there, so the poster cannot be freed meanwhile.
//! To leave hands over all that this owner did. The last one reads a number to which all the others have counted down,
//! and read-modify-writes pass on what was released before them, so its fence takes over from every one of them.
//! With `AcqRel` on the way down everybody would take over from those who left before, for nothing.
//! `Arc` also ends the program before the count can wrap around, which needs owners that are forgotten.

use shared::model as world;
use world::sync::atomic::AtomicUsize;

/// Counts the owners of a poster.
#[derive(Debug)]
pub struct Count {
    owners: AtomicUsize,
}

impl Count {
    /// Starts with one owner.
    pub fn one() -> Self {
        Self {
            owners: AtomicUsize::new(1),
        }
    }
}

// EDIT
use world::sync::atomic::{
    Ordering::{Acquire, Relaxed, Release},
    fence,
};

impl Count {
    /// Counts one owner more; the caller is an owner.
    pub fn join(&self) {
        // Relaxed: publishes nothing, and the caller keeps the count above 0 meanwhile.
        self.owners.fetch_add(1, Relaxed);
    }

    /// Counts one owner less; returns whether the caller was the last, who frees the poster.
    pub fn leave(&self) -> bool {
        // Release: hands all that this owner did with the poster to the last one's Acquire fence.
        if self.owners.fetch_sub(1, Release) != 1 {
            return false;
        }
        // Acquire: sees all that was done before each owner's Release. Only the last one needs it.
        fence(Acquire);
        true
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/refcount.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
