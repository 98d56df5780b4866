//! Rejected: a buyer who does not ask for `ready` is told a price before there is one.

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

/// Returns the price.
pub fn look(shop: &Shop) -> Option<usize> {
    Some(shop.price.load(SeqCst))
}

// EDIT
/// Sets the price and announces it.
pub fn announce(shop: &Shop, price: usize) {
    shop.price.store(price, SeqCst);
    shop.ready.store(true, SeqCst);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/early_flag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
