//! Exercise 1: Check and act in one section.
//!
//! `left` holds how many tickets are left, and groups buy for all their members at once.
//! `buy` looks whether the tickets suffice (the check), and if so it takes them off (the act).
//! It has the lock whenever it touches the number, and still more tickets are sold than there were.
//!
//! Mend `buy` with *one critical section*:
//!
//! - a group that is told `true` has its tickets, and no ticket is sold twice;
//! - a group is told `false` only where the tickets that are left do not suffice for it, and then none is taken.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three groups in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;
use world::sync::Mutex;

// EDIT
/// Buys tickets for a group of `wanted`, all or none; returns whether the group has them.
pub fn buy(left: &Mutex<u32>, wanted: u32) -> bool {
    let seen = *left.lock().unwrap();
    if seen < wanted {
        return false;
    }
    *left.lock().unwrap() = seen - wanted;
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/one_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
