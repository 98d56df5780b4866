//! Exercise 2: Let go first.
//!
//! A map holds the price of each seat that has one. `copy` gives one seat the price of another.
//! A `check::Price` is `Copy`, and consists of two numbers, `full` and `reduced`, which are set together.
//! `get` returns a reference into the map, and while that lives it keeps a shard locked, which holds many seats.
//! If the other seat is in the same shard, the thread waits for itself; if it is in another, two threads can wait for each other.
//! Which seats share a shard is the map's own affair, and may be another at the next start.
//!
//! Mend `copy`, so that whoever copies gets on:
//!
//! - every call comes to its end, whatever the seats are and whoever else is at the map;
//! - then `to` has a price that `from` had at one moment of the call, with both its numbers;
//! - whoever looks meanwhile finds the old price at `to` or the new one; and if `from` has none, `to` keeps what it has.
//!
//! `Prices` has calls of `DashMap`: `get`, `get_mut`, `try_get`, `contains_key`, `insert`, `remove`, `alter`, `entry`;
//! see `exercises/map.rs`, whose types are in `check::map`. In this map one thread at a time has a shard, also to read.
//!
//! The map's locks are the model checker's, and the check runs two threads in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use check::{Prices, Seat};

// EDIT
/// Gives `to` the price of `from`, if there is one.
pub fn copy(prices: &Prices, from: Seat, to: Seat) {
    if let Some(price) = prices.get(&from) {
        prices.insert(to, *price);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/let_go.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
