//! Rejected: a static is shared by everybody, the next call included, which begins where this one has ended.

use check::Till;
use shared::model as world;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use world::thread;

// EDIT
/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    static SOLD: AtomicUsize = AtomicUsize::new(0);
    let start = |till: Till| {
        thread::spawn(move || {
            SOLD.fetch_add(till.count(), SeqCst);
        })
    };
    let workers: Vec<_> = tills.into_iter().map(start).collect();
    for worker in workers {
        worker.join().unwrap();
    }
    SOLD.load(SeqCst)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/unshare.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
