//! Rejected: looking once more before taking makes the gap smaller, and leaves it there.

use shared::model as world;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};

// EDIT
/// Buys a seat if it is free; returns whether it is the caller's now.
pub fn buy(sold: &AtomicBool) -> bool {
    if sold.load(SeqCst) || sold.load(SeqCst) {
        return false;
    }
    sold.store(true, SeqCst);
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/double_sale.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
