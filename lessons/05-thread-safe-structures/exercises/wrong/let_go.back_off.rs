//! Rejected: whoever keeps one seat and tries for the other finds the shard locked again and again, if it is the same, by itself.

use check::{Prices, Seat};

// EDIT
use check::map::TryResult;

/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    loop {
        let target = prices.entry(to);
        match prices.try_get(&from) {
            TryResult::Absent => return,
            TryResult::Present(price) => {
                *target.or_insert(*price) = *price;
                return;
            }
            TryResult::Locked => drop(target),
        }
        shared::model::thread::yield_now();
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/let_go.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
