//! Nothing that is not shared can be raced for.
//!
//! Each thread counts in a variable that no other thread can reach.
//! The number reaches `main` at the join, which waits for the thread's last step: by then nobody writes any more.
//! `for worker in workers` would do as well as the iterators.

use check::{Till, world};
use world::thread;

// EDIT
/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    let workers: Vec<_> = tills
        .into_iter()
        .map(|till| thread::spawn(move || till.count()))
        .collect();
    workers
        .into_iter()
        .map(|worker| worker.join().unwrap())
        .sum()
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/unshare.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
