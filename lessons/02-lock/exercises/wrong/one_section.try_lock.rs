//! Rejected: a group that finds the lock taken is sent away, though the tickets would suffice for it.

use shared::model as world;
use world::sync::Mutex;

// EDIT
/// Buys tickets for a group of `wanted`, all or none; returns whether the group has them.
pub fn buy(left: &Mutex<u32>, wanted: u32) -> bool {
    let Ok(mut left) = left.try_lock() else {
        return false;
    };
    if *left < wanted {
        return false;
    }
    *left -= wanted;
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/one_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
