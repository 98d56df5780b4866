//! Rejected: a static that counts the calls sells the first seat ever asked for, and no other.

use shared::model as world;
use std::sync::atomic::AtomicUsize;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};

// EDIT
/// Buys a seat if it is free; returns whether it is the caller's now.
pub fn buy(sold: &AtomicBool) -> bool {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let first = CALLS.fetch_add(1, SeqCst) == 0;
    sold.store(true, SeqCst);
    first
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/double_sale.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
