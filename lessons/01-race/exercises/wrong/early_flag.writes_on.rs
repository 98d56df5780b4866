//! Rejected: the price is in time, and writing it once more after `ready` writes over whatever a buyer has done since.

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
    shop.price.store(price, SeqCst);
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
