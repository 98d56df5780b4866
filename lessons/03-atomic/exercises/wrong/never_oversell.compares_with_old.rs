//! Rejected: the number never goes back to what was seen at first, so the exchange fails again and again.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Sells tickets to a group of `wanted`, all or none; returns whether the group has them.
pub fn sell(sold: &AtomicU32, capacity: u32, wanted: u32) -> bool {
    let seen = sold.load(Relaxed);
    if seen + wanted > capacity {
        return false;
    }
    while sold
        .compare_exchange(seen, seen + wanted, Relaxed, Relaxed)
        .is_err()
    {
        world::hint::spin_loop();
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
