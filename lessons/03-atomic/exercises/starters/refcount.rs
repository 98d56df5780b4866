//! Exercise 5: Let the last one out free it.
//!
//! A poster has several owners, in several threads, and is freed by whoever is its last owner, as with `std::sync::Arc`.
//! An owner who is cloned calls `join`. An owner who is dropped calls `leave`, and frees the poster if that returns `true`.
//! Each owner reads the poster for as long as it is one: in a timeline, `poster.read`. To free it is `poster.write`.
//!
//! The numbers are right, since every count is one indivisible step. What is wrong is the order of all else:
//! an owner's last look at the poster need not *happen before* the freeing in another thread.
//!
//! Mend the orderings of `join` and `leave`; you may add a fence:
//!
//! - exactly one owner frees the poster, after all that the others have done with it;
//! - no ordering is stronger than need be: the check tries each one weaker, and tells you if nothing refutes that;
//! - only the last owner has to see what the others did, so only the last one takes it over: for the others, no `Acquire`.
//!
//! `world::sync::atomic::fence(Acquire)` takes over what was published with the values that its thread has read so far.
//! So the test can come first, and the fence behind it, where it is needed.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names. The check runs two and three owners in weak mode,
//! in the model alone, where freeing is only pretended: on the machine a wrong answer would have undefined behaviour.

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
use world::sync::atomic::Ordering::Relaxed;

impl Count {
    /// Counts one owner more; the caller is an owner.
    pub fn join(&self) {
        self.owners.fetch_add(1, Relaxed);
    }

    /// Counts one owner less; returns whether the caller was the last, who frees the poster.
    pub fn leave(&self) -> bool {
        self.owners.fetch_sub(1, Relaxed) == 1
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/refcount.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
