//! The price is copied out of the map, and the reference is gone before the map is asked again.
//!
//! A reference into the map is a lock in disguise, and lives as long as its name does, or as the statement without a name.
//! Here it has none, and is dropped at the semicolon; to give it a name and `drop` it before `insert` would do as well.
//! What was copied is the price of one moment. Another may be set before it is inserted: these are two steps, and may be,
//! since nobody was promised that the two seats cost the same at the same time.

use check::{Prices, Seat};

// EDIT
/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    let price = prices.get(&from).map(|price| *price);
    if let Some(price) = price {
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
