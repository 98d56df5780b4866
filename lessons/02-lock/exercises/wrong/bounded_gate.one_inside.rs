//! Rejected: a gate that lets in one at a time never has too many inside, and leaves room empty: that is a lock.

use shared::model as world;

// EDIT
use world::sync::{Condvar, Mutex};

/// Lets in no more visitors at once than it has permits.
#[derive(Debug)]
pub struct Gate {
    taken: Mutex<bool>,
    returned: Condvar,
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
            taken: Mutex::new(permits == 0),
            returned: Condvar::new(),
        }
    }

    /// Waits until there is a permit, and takes it.
    pub fn enter(&self) -> Permit<'_> {
        let mut taken = self.taken.lock().unwrap();
        while *taken {
            taken = self.returned.wait(taken).unwrap();
        }
        *taken = true;
        Permit { gate: self }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.gate.taken.lock().unwrap() = false;
        self.gate.returned.notify_one();
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/bounded_gate.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
