//! Rejected: the order of the seats is not the order of their shards, and two seats can be in one: no order helps there.

use check::{Prices, Seat};

// EDIT
/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    if from < to {
        if let Some(price) = prices.get(&from) {
            prices.insert(to, *price);
        }
    } else if to < from {
        let target = prices.entry(to);
        if let Some(price) = prices.get(&from) {
            *target.or_insert(*price) = *price;
        }
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/let_go.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
