//! Rejected: a seat that had no price gets one in two steps, and whoever looks in between finds a price that nobody has set.

use check::{Prices, Seat};

// EDIT
use check::Price;

/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    let price = prices.get(&from).map(|price| *price);
    if let Some(price) = price {
        let (full, reduced) = (0, 0);
        prices.entry(to).or_insert(Price { full, reduced });
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
