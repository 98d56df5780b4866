//! What the check has found stays true as long as the lock is held, so the act belongs under the same guard.
//!
//! The guard is bound to a name, so it lives to the end of the function, and the lock with it.
//! Without a name it lives to the end of the statement: `*left.lock().unwrap()` is a section of its own.
//! What was read in one section is a memory in the next, however short the time between them.

use shared::model as world;
use world::sync::Mutex;

// EDIT
/// Buys tickets for a group of `wanted`, all or none; returns whether the group has them.
pub fn buy(left: &Mutex<u32>, wanted: u32) -> bool {
    let mut left = left.lock().unwrap();
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
