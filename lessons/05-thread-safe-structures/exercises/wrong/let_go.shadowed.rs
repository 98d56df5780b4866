//! Rejected: a copy of the same name hides the reference and does not drop it: it lives to the end of its block.

use check::{Prices, Seat};

// EDIT
/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    if let Some(price) = prices.get(&from) {
        let price = *price;
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
