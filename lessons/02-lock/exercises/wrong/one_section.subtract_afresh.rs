//! Rejected: no update is lost now, and two groups still find the same tickets: the check is as old as before.

use shared::model as world;
use world::sync::Mutex;

// EDIT
/// Buys tickets for a group of `wanted`, all or none; returns whether the group has them.
pub fn buy(left: &Mutex<u32>, wanted: u32) -> bool {
    let suffice = *left.lock().unwrap() >= wanted;
    if suffice {
        let mut left = left.lock().unwrap();
        *left = left.saturating_sub(wanted);
    }
    suffice
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/one_section.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
