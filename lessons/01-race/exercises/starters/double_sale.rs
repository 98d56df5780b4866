//! Exercise 3: Sell a seat once.
//!
//! `sold` says whether the seat is sold.
//! `buy` looks whether the seat is free (the check), and if so it takes it (the act).
//! Between the two, another buyer can look as well and find the seat free, and then both are told that it is theirs.
//!
//! Make check and act *one indivisible step*, one that no other thread can come into:
//!
//! - of all buyers of a free seat exactly one gets `true`, and then `sold` is `true`;
//! - every other gets `false`, at once, and a seat that is sold stays sold.
//!
//! `AtomicBool` has methods that look and change in one step, and return what they saw.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three buyers in every order in which they can take their steps.

use shared::model as world;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};

// EDIT
/// Buys a seat if it is free; returns whether it is the caller's now.
pub fn buy(sold: &AtomicBool) -> bool {
    if sold.load(SeqCst) {
        return false;
    }
    sold.store(true, SeqCst);
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/double_sale.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
