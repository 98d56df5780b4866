//! Rejected: to join takes nothing over: the new owner is made by one that is there already.

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
    Ordering::{Acquire, Release},
    fence,
};

impl Count {
    /// Counts one owner more; the caller is an owner.
    pub fn join(&self) {
        self.owners.fetch_add(1, Acquire);
    }

    /// Counts one owner less; returns whether the caller was the last, who frees the poster.
    pub fn leave(&self) -> bool {
        if self.owners.fetch_sub(1, Release) != 1 {
            return false;
        }
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
