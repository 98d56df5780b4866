//! Rejected: the price is copied, and the reference it was copied from has no name: it lives to the end of the `if let`.

use check::{Prices, Seat};

// EDIT
/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    if let Some(price) = prices.get(&from).as_deref().copied() {
        prices.insert(to, price);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/let_go.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
