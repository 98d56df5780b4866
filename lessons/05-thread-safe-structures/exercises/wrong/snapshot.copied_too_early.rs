//! Rejected: the list is copied before the lock is taken, so it can be old by the time it is changed.

use shared::model as world;

// EDIT
use world::sync::{Arc, Mutex};

/// Holds the price of a seat in each row.
#[derive(Debug)]
pub struct Prices {
    /// Locked for as long as a change takes, so that none is made to an old list.
    writing: Mutex<()>,
    /// Locked for as long as it takes to copy or replace a pointer.
    current: Mutex<Arc<Vec<u32>>>,
}

impl Prices {
    /// Starts with these prices.
    pub fn new(rows: Vec<u32>) -> Self {
        Self {
            writing: Mutex::new(()),
            current: Mutex::new(Arc::new(rows)),
        }
    }

    /// Returns the list as it is now.
    pub fn load(&self) -> Arc<Vec<u32>> {
        Arc::clone(&self.current.lock().unwrap())
    }

    /// Changes the list by `change`, which sees it as it is, and may be called again.
    pub fn update(&self, change: impl Fn(&mut Vec<u32>)) {
        let mut changed = Vec::clone(&self.load());
        let _writing = self.writing.lock().unwrap();
        change(&mut changed);
        *self.current.lock().unwrap() = Arc::new(changed);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/snapshot.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
