//! Rejected: each thread is joined before the next is started, so that only one ever runs.

use check::{Till, world};
use world::thread;

// EDIT
/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    let count_one = |till: Till| thread::spawn(move || till.count()).join().unwrap();
    tills.into_iter().map(count_one).sum()
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/unshare.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
