//! Rejected: a static that counts the calls serves the first group that ever came, and no other.

use shared::model as world;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use world::sync::Mutex;

// EDIT
/// Buys tickets for a group of `wanted`, all or none; returns whether the group has them.
pub fn buy(left: &Mutex<u32>, wanted: u32) -> bool {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let is_first = CALLS.fetch_add(1, SeqCst) == 0;
    let seen = *left.lock().unwrap();
    if !is_first || seen < wanted {
        return false;
    }
    *left.lock().unwrap() = seen - wanted;
    true
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/one_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
