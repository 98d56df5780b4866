//! Exercise 3: Wait in a loop.
//!
//! Tickets that were given back lie on a desk, and visitors wait there for one.
//! A visitor who finds none sleeps on the condition variable `arrived`, and `put` wakes one who sleeps.
//! Two things are wrong:
//!
//! - a visitor can sleep for ever though a ticket lies there: the wakeup came between the look and the sleep, and is lost;
//! - a visitor can leave with a ticket that is not there: between the wakeup and the lock, another has taken it.
//!
//! Mend `put` and `take`; the fields are yours to change as well:
//!
//! - as many visitors get a ticket as tickets were put down, and nobody gets one that another has;
//! - a visitor sleeps while there is no ticket, on a condition variable: no looking again and again.
//!
//! `wait` gives the lock back and falls asleep in one step, and takes the lock again before it returns.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs a desk and two visitors in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;

// EDIT
use world::sync::atomic::{AtomicU32, Ordering::SeqCst};
use world::sync::{Condvar, Mutex};

/// Holds tickets that were given back, for visitors who wait for one.
#[derive(Debug)]
pub struct Desk {
    tickets: AtomicU32,
    queue: Mutex<()>,
    arrived: Condvar,
}

impl Desk {
    /// Starts with no ticket.
    pub fn new() -> Self {
        Self {
            tickets: AtomicU32::new(0),
            queue: Mutex::new(()),
            arrived: Condvar::new(),
        }
    }

    /// Puts a ticket down, and wakes a visitor who waits for one.
    pub fn put(&self) {
        self.tickets.fetch_add(1, SeqCst);
        self.arrived.notify_one();
    }

    /// Takes a ticket, as soon as there is one.
    pub fn take(&self) {
        let mut queue = self.queue.lock().unwrap();
        if self.tickets.load(SeqCst) == 0 {
            queue = self.arrived.wait(queue).unwrap();
        }
        self.tickets.fetch_sub(1, SeqCst);
        drop(queue);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predicate_loop.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
