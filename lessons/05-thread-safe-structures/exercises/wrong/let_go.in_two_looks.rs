//! Rejected: nothing is kept, and a price that is set between the two looks is copied by half.

use check::{Prices, Seat};

// EDIT
use check::Price;

/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    let Some(full) = prices.get(&from).map(|price| price.full) else {
        return;
    };
    let Some(reduced) = prices.get(&from).map(|price| price.reduced) else {
        return;
    };
    prices.insert(to, Price { full, reduced });
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/let_go.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
