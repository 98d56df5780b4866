//! Rejected: the ticket is printed before the seat is taken, so two clerks print the same one.

use check::{Press, Shop, Ticket};

// EDIT
/// Sells a seat and prints the ticket for it; `None` if no seat is free.
pub fn sell(shop: &Shop, press: &Press) -> Option<Ticket> {
    let seat = *shop.lock().free.last()?;
    let ticket = press.print(seat);
    let mut books = shop.lock();
    let seat = books.free.pop()?;
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
