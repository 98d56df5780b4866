//! Rejected: an atomic of `std` is shared as any other is; that the checker cannot see it makes it worse, not better.

use check::{Till, world};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use world::thread;

// EDIT
/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    let sold = Arc::new(AtomicUsize::new(0));
    let start = |till: Till| {
        let sold = Arc::clone(&sold);
        thread::spawn(move || {
            let own = till.count();
            sold.fetch_add(own, SeqCst);
        })
    };
    let workers: Vec<_> = tills.into_iter().map(start).collect();
    for worker in workers {
        worker.join().unwrap();
    }
    sold.load(SeqCst)
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/unshare.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
