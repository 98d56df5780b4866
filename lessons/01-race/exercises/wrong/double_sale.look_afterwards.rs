//! Rejected: both buyers write, and both then read that the seat is taken, which says nothing about by whom.

use shared::model as world;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};

// EDIT
/// Buys a seat if it is free; returns whether it is the caller's now.
pub fn buy(sold: &AtomicBool) -> bool {
    let was_free = !sold.load(SeqCst);
    sold.store(true, SeqCst);
    was_free && sold.load(SeqCst)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/double_sale.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
