//! Rejected: `make_mut` copies only what somebody has loaded, and works in the place itself, under the lock that whoever loads waits for.

use shared::model as world;

// EDIT
use world::sync::{Arc, Mutex};

/// Holds the price of a seat in each row.
#[derive(Debug)]
pub struct Prices {
    current: Mutex<Arc<Vec<u32>>>,
}

impl Prices {
    /// Starts with these prices.
    pub fn new(rows: Vec<u32>) -> Self {
        Self {
            current: Mutex::new(Arc::new(rows)),
        }
    }

    /// Returns the list as it is now.
    pub fn load(&self) -> Arc<Vec<u32>> {
        Arc::clone(&self.current.lock().unwrap())
    }

    /// Changes the list by `change`, which sees it as it is, and may be called again.
    pub fn update(&self, change: impl Fn(&mut Vec<u32>)) {
        let mut current = self.current.lock().unwrap();
        change(Arc::make_mut(&mut current));
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/snapshot.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
