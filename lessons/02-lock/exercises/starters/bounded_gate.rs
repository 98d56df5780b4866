//! Exercise 4: Build a semaphore.
//!
//! A hall has room for so many visitors, and a gate gives out that many permits.
//! Whoever comes takes one, and gives it back on leaving, when the `Permit` is dropped.
//! This gate counts its permits, and where none is left it lets everybody in all the same.
//!
//! Make it a *semaphore*, from a `Mutex` and a `Condvar`:
//!
//! - no more visitors have a permit at once than the gate was made with, and that many can have one;
//! - whoever finds no permit sleeps until one is given back: no looking again and again;
//! - every permit that comes back lets in one who waits, if one does.
//!
//! `Gate` may have other fields; keep `Gate::new(permits)`, and `enter`, which returns what gives the permit back when dropped.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three visitors in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;

// EDIT
use world::sync::Mutex;

/// Lets in no more visitors at once than it has permits.
#[derive(Debug)]
pub struct Gate {
    free: Mutex<u32>,
}

/// Holds a permit, and gives it back when dropped.
#[derive(Debug)]
pub struct Permit<'a> {
    gate: &'a Gate,
}

impl Gate {
    /// Starts with this many permits.
    pub fn new(permits: u32) -> Self {
        Self {
            free: Mutex::new(permits),
        }
    }

    /// Waits until there is a permit, and takes it.
    pub fn enter(&self) -> Permit<'_> {
        let mut free = self.free.lock().unwrap();
        *free = free.saturating_sub(1);
        Permit { gate: self }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.gate.free.lock().unwrap() += 1;
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/bounded_gate.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
