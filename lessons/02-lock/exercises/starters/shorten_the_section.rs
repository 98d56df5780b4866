//! Exercise 5: Shorten the section.
//!
//! A clerk takes a free seat off the books, prints the ticket for it, and enters the seat as sold.
//! All of it happens under the lock, and printing takes long: while one clerk prints, all others wait.
//!
//! Make it faster without making it wrong:
//!
//! - no ticket is printed by a clerk who has the lock;
//! - a ticket is printed for each seat that is sold, and for no other;
//! - whoever has the lock finds every seat in the books, free or sold: no seat is sold twice, and none is out of sight.
//!
//! `shop.lock()` is like `lock` of `std::sync::Mutex`, but returns the guard itself, without a `Result`;
//! the guard leads to the books, two lists of seats: `free` and `sold`.
//! `press.print(seat)` asks whether its caller has the lock. Nothing is timed: the check looks at each print in every order
//! in which two clerks, and a reader of the books, can take their steps.

use check::{Press, Shop, Ticket};

// EDIT
/// Sells a seat and prints the ticket for it; `None` if no seat is free.
pub fn sell(shop: &Shop, press: &Press) -> Option<Ticket> {
    let mut books = shop.lock();
    let seat = books.free.pop()?;
    let ticket = press.print(seat);
    books.sold.push(seat);
    Some(ticket)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shorten_the_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
