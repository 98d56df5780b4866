//! Rejected: taking 0 for "not yet" hides the early flag, and a free ticket is never announced.

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

/// Returns the price if it is announced.
pub fn look(shop: &Shop) -> Option<usize> {
    let told = shop.ready.load(SeqCst).then(|| shop.price.load(SeqCst));
    told.filter(|&price| price != 0)
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
