//! Rejected: the guard has no name and lives to the end of its statement, which is after the closure has printed.

use check::{Press, Shop, Ticket};

// EDIT
/// Sells a seat and prints the ticket for it; `None` if no seat is free.
pub fn sell(shop: &Shop, press: &Press) -> Option<Ticket> {
    take(&mut shop.lock()).map(|seat| press.print(seat))
}

fn take(books: &mut check::Books) -> Option<u32> {
    let seat = books.free.pop()?;
    books.sold.push(seat);
    Some(seat)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shorten_the_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
