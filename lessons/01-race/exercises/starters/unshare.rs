//! Exercise 2: Count without sharing.
//!
//! Each till of the ticket shop has sold some tickets.
//! `count` starts one thread for each till; every thread adds 1 to the counter `sold` for each ticket.
//! It adds by load, then store, so two threads can load the same number, and then a ticket is not counted.
//!
//! Mend `count` by *avoiding shared state*:
//!
//! - each thread counts the tickets of its own till in a variable of its own;
//! - the thread returns its number, `join` hands it over, and `main` adds the numbers up.
//!
//! The rules:
//!
//! - there is one thread for each till, all are started before the first is joined, and `main` counts no till itself;
//! - the threads share nothing, be it from `world` or from `std`: no atomic, no lock, no static;
//! - each thread returns its number, and that is how it reaches `main`;
//! - a till says how many tickets it has sold only by handing them out: it is an iterator, so `for ticket in till` takes them one by one.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs `count` in every order in which the threads can take their steps.
//! The checker sees only what comes from `world`, so take threads from there, not from `std`, and start them by `thread::spawn`.

use check::{Till, world};
use world::thread;

// EDIT
use world::sync::Arc;
use world::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    let sold = Arc::new(AtomicUsize::new(0));
    let start = |till: Till| {
        let sold = Arc::clone(&sold);
        thread::spawn(move || {
            for _ticket in till {
                let seen = sold.load(SeqCst);
                sold.store(seen + 1, SeqCst);
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
