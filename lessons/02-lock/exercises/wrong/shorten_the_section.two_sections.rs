//! Rejected: no ticket is printed under the lock, and between the two sections the seat is in neither list.

use check::{Press, Shop, Ticket};

// EDIT
/// Sells a seat and prints the ticket for it; `None` if no seat is free.
pub fn sell(shop: &Shop, press: &Press) -> Option<Ticket> {
    let seat = shop.lock().free.pop()?;
    let ticket = press.print(seat);
    shop.lock().sold.push(seat);
    Some(ticket)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shorten_the_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
