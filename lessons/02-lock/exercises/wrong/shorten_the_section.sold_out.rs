//! Rejected: a shop that sells nothing prints nothing under the lock, and nothing at all.

use check::{Press, Shop, Ticket};

// EDIT
/// Sells a seat and prints the ticket for it; `None` if no seat is free.
pub fn sell(shop: &Shop, press: &Press) -> Option<Ticket> {
    let books = shop.lock();
    let seat = *books.free.last()?;
    drop(books);
    (seat == 0).then(|| press.print(seat))
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shorten_the_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
