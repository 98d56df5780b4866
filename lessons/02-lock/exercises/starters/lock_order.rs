//! Exercise 2: Take two locks in one order.
//!
//! Each seat of a row has a lock of its own, which holds the visitor who sits there.
//! `swap` takes the locks of two seats, first the one of `mine`, then the one of `theirs`, and exchanges the visitors.
//! If Ada swaps with Bea while Bea swaps with Ada, each can hold one seat and wait for the other, for ever.
//!
//! Mend `swap` so that no order of the steps can end in such a *deadlock*:
//!
//! - every call comes to its end, also where three swap in a circle;
//! - then the two visitors have changed places, as if nobody else had done anything meanwhile;
//! - whoever swaps a seat with itself stays there.
//!
//! Keep a lock for each seat: swaps of different seats are to run at once.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three swaps in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;
use world::sync::Mutex;

/// Names who sits on a seat.
pub type Visitor = &'static str;

// EDIT
/// Lets the visitors of two seats change places.
pub fn swap(row: &[Mutex<Visitor>], mine: usize, theirs: usize) {
    let mut my_seat = row[mine].lock().unwrap();
    let mut their_seat = row[theirs].lock().unwrap();
    std::mem::swap(&mut *my_seat, &mut *their_seat);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/lock_order.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
