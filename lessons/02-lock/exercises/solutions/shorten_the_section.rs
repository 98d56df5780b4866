//! Under the lock belongs what others must not see half done, and nothing else.
//!
//! To take a seat off one list and to put it on the other belong together: in between it is in neither.
//! The print needs the number of the seat, and nobody else needs the print, so it can wait until the lock is given back.
//! The block ends the section in plain sight; `drop(books)` would do it too.

use check::{Press, Shop, Ticket};

// EDIT
/// Sells a seat and prints the ticket for it; `None` if no seat is free.
pub fn sell(shop: &Shop, press: &Press) -> Option<Ticket> {
    let seat = {
        let mut books = shop.lock();
        let seat = books.free.pop()?;
        books.sold.push(seat);
        seat
    };
    Some(press.print(seat))
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shorten_the_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
