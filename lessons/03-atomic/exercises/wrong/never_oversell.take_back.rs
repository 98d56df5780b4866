//! Rejected: until the tickets are taken back they count as sold: the screen says too many, and another group is sent away.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Sells tickets to a group of `wanted`, all or none; returns whether the group has them.
pub fn sell(sold: &AtomicU32, capacity: u32, wanted: u32) -> bool {
    let seen = sold.fetch_add(wanted, Relaxed);
    if seen + wanted > capacity {
        sold.fetch_sub(wanted, Relaxed);
        return false;
    }
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/never_oversell.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
