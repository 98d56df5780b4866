//! Rejected: waiting a moment changes when the buyers come, and no moment rules out that they come together.

use shared::model as world;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};

// EDIT
/// Buys a seat if it is free; returns whether it is the caller's now.
pub fn buy(sold: &AtomicBool) -> bool {
    std::thread::sleep(std::time::Duration::from_micros(1));
    if sold.load(SeqCst) {
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
