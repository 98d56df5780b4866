//! Rejected: a seat that nobody gets is not sold twice, and not once either.

use shared::model as world;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};

// EDIT
/// Buys a seat if it is free; returns whether it is the caller's now.
pub fn buy(sold: &AtomicBool) -> bool {
    sold.store(true, SeqCst);
    false
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/double_sale.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
