//! Rejected: yielding in between asks the other thread to go first, which is the very order that fails.

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
    world::thread::yield_now();
    shop.price.store(price, SeqCst);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/early_flag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
