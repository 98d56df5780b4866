//! Rejected: waiting a moment changes when the groups come, and no moment rules out that they come together.

use shared::model as world;
use world::sync::Mutex;

// EDIT
/// Buys tickets for a group of `wanted`, all or none; returns whether the group has them.
pub fn buy(left: &Mutex<u32>, wanted: u32) -> bool {
    let seen = *left.lock().unwrap();
    if seen < wanted {
        return false;
    }
    std::thread::sleep(std::time::Duration::from_micros(1));
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
