//! Exercise 4: Say it when it is true.
//!
//! A seller sets the price of a ticket and announces it; a buyer looks at the same time.
//! `ready` is the announcement: a buyer reads the price only if `ready` is `true` (see `look`).
//! A buyer who looks between the seller's two stores is told 0, which nobody set.
//!
//! Mend `announce`, and leave `look` as it is:
//!
//! - whoever sees `ready` must find the price that was set, in every order of the steps;
//! - `ready` is the last thing the seller writes, and it is written in the end;
//! - 0 is a price too: some tickets are free.
//!
//! No waiting, no lock: every store here is `SeqCst`, the strongest there is, so the order of the *program* is the bug.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs seller and buyer in every order in which they can take their steps.

use shared::model as world;
use world::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

/// Holds what seller and buyers share.
#[derive(Debug)]
pub struct Shop {
    /// What a ticket costs.
    pub price: AtomicUsize,
    /// Whether the price is announced.
    pub ready: AtomicBool,
}

/// Returns the price if it is announced. Leave it as it is.
pub fn look(shop: &Shop) -> Option<usize> {
    shop.ready.load(SeqCst).then(|| shop.price.load(SeqCst))
}

// EDIT
/// Sets the price and announces it.
pub fn announce(shop: &Shop, price: usize) {
    shop.ready.store(true, SeqCst);
    shop.price.store(price, SeqCst);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/early_flag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
