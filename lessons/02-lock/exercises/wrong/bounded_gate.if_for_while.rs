//! Rejected: between the wakeup and the lock another visitor takes the permit, and the one who was woken takes it again.

use shared::model as world;

// EDIT
use world::sync::{Condvar, Mutex};

/// Lets in no more visitors at once than it has permits.
#[derive(Debug)]
pub struct Gate {
    free: Mutex<u32>,
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
            free: Mutex::new(permits),
            returned: Condvar::new(),
        }
    }

    /// Waits until there is a permit, and takes it.
    pub fn enter(&self) -> Permit<'_> {
        let mut free = self.free.lock().unwrap();
        if *free == 0 {
            free = self.returned.wait(free).unwrap();
        }
        *free = free.saturating_sub(1);
        Permit { gate: self }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.gate.free.lock().unwrap() += 1;
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
