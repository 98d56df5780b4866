//! A flag may be raised only when what it promises is done.
//!
//! The price is written first, so whoever sees `ready` comes after both stores, and reads that price.
//! A buyer who looks in between sees no announcement, and is told nothing: that is late, not wrong.
//! Lesson 03 asks how much weaker than `SeqCst` the two stores may be.

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
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/early_flag.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
