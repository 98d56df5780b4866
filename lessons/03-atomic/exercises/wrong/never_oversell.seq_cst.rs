//! Rejected: the strongest ordering makes no two steps one: a group still comes in between the look and the sale.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// Sells tickets to a group of `wanted`, all or none; returns whether the group has them.
pub fn sell(sold: &AtomicU32, capacity: u32, wanted: u32) -> bool {
    let seen = sold.load(SeqCst);
    if seen + wanted > capacity {
        return false;
    }
    sold.fetch_add(wanted, SeqCst);
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/never_oversell.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
