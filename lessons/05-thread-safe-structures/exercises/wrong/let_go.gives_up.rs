//! Rejected: whoever finds the shard locked goes away, and nothing is copied, though there is a price.

use check::{Prices, Seat};

// EDIT
use check::map::TryResult;

/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    if let TryResult::Present(price) = prices.try_get(&from) {
        let copied = *price;
        drop(price);
        prices.insert(to, copied);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/let_go.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
