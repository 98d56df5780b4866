//! Rejected: two groups can come in between one after the other, and whoever tries so many times and no more is sent away.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Sells tickets to a group of `wanted`, all or none; returns whether the group has them.
pub fn sell(sold: &AtomicU32, capacity: u32, wanted: u32) -> bool {
    for _ in 0..2 {
        let seen = sold.load(Relaxed);
        let fits = seen + wanted <= capacity;
        let next = seen + wanted;
        if fits && sold.compare_exchange(seen, next, Relaxed, Relaxed).is_ok() {
            return true;
        }
    }
    false
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/never_oversell.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
