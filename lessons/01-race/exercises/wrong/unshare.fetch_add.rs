//! Rejected: `fetch_add` loses no update, but the counter is still shared, and every ticket waits for it.

use check::{Till, world};
use world::sync::Arc;
use world::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use world::thread;

// EDIT
/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    let sold = Arc::new(AtomicUsize::new(0));
    let start = |till: Till| {
        let sold = Arc::clone(&sold);
        thread::spawn(move || {
            for _ticket in till {
                sold.fetch_add(1, SeqCst);
            }
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
