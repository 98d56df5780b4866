//! Exercise 1: Never sell more than there is.
//!
//! `sold` counts the tickets that are sold, and `capacity` says how many there are; groups buy for all their members at once.
//! `sell` looks whether `wanted` more fit in (the check), and if so it adds them (the act).
//! `fetch_add` is one indivisible step, and still more is sold than there is: check and act are two steps, and others come in between.
//!
//! Mend `sell`, with atomic operations alone, so that check and act are one step:
//!
//! - at no moment does `sold` say more than `capacity`: a screen shows it all the time;
//! - a group that is told `true` has all its tickets, and a group that is told `false` has none;
//! - a group is told `false` only where the tickets that are left do not suffice for it.
//!
//! `sold.compare_exchange(seen, next, Relaxed, Relaxed)` is one step: it stores `next` if `sold` still says `seen`.
//! If it does not, nothing is stored, and you get `Err` with what `sold` says instead.
//! `Relaxed` will do for all of it: the number is all that the threads share.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three groups in every order in which they can take their steps.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Sells tickets to a group of `wanted`, all or none; returns whether the group has them.
pub fn sell(sold: &AtomicU32, capacity: u32, wanted: u32) -> bool {
    let seen = sold.load(Relaxed);
    if seen + wanted > capacity {
        return false;
    }
    sold.fetch_add(wanted, Relaxed);
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/never_oversell.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
