//! Exercise 5: What may cross to another thread.
//!
//! Rust asks two questions about a type before threads may have anything to do with it:
//!
//! - `Send`: may a value be *given* to another thread?
//! - `Sync`: may a value be *shared*, several threads holding `&value` at once? (`T: Sync` says that `&T: Send`.)
//!
//! 1. In `CLAIMS`, write `true` or `false` behind each claim.
//!    The compiler can be asked: `fn is_send<T: Send>() {}` and then `is_send::<Rc<u8>>()` compiles only if the claim holds.
//!    Here `Arc`, `Mutex` and `MutexGuard` are those of `std::sync`.
//! 2. `Sold` counts with `Rc<Cell<usize>>`, so Rust keeps it on one thread.
//!    Mend it so that every till can count in a thread of its own, with a clone:
//!    all clones count together, two counters made by `new` count apart, and no ticket is lost.
//!    Keep the names and arguments of `new`, `sell` and `get`, and use no `unsafe`.
//!
//! For the second part, take `Arc` and the atomics (or the lock) from `shared::model`, the model checker's stand-in for `std`:
//! `use shared::model::sync::{Arc, atomic::AtomicUsize};` and so on.
//! The check runs the threads in every order in which they can take their steps, and sees only what comes from there.

// EDIT
use std::cell::Cell;
use std::rc::Rc;

/// Claims about types of `std`: is it so?
pub const CLAIMS: [(&str, bool); 8] = [
    ("Rc<u8>: Send", false),
    ("Arc<u8>: Send", false),
    ("Cell<u8>: Send", false),
    ("Cell<u8>: Sync", false),
    ("Arc<Cell<u8>>: Send", false),
    ("AtomicU8: Sync", false),
    ("Mutex<Cell<u8>>: Sync", false),
    ("MutexGuard<'static, u8>: Send", false),
];

/// Counts the tickets sold; every till has a clone, and all clones count together.
#[derive(Clone, Debug)]
pub struct Sold {
    tickets: Rc<Cell<usize>>,
}

impl Sold {
    /// Starts at 0.
    pub fn new() -> Self {
        Self {
            tickets: Rc::new(Cell::new(0)),
        }
    }

    /// Counts one ticket.
    pub fn sell(&self) {
        self.tickets.set(self.tickets.get() + 1);
    }

    /// Returns how many tickets were sold.
    pub fn get(&self) -> usize {
        self.tickets.get()
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/send_or_sync.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
