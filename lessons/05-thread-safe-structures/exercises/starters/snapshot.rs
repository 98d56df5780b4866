//! Exercise 5: Replace it as a whole.
//!
//! `Prices` is the list of what a seat costs, row by row. Visitors load it all the time, and now and then a manager changes it.
//! Each row has a lock of its own. So whoever loads the list while it is being changed can find a part of it new and a part old,
//! as it never was; and of two changes at once, one can be lost.
//!
//! Mend it by *copy on write*: whoever changes the list makes a new one, and puts it in the place of the old one as a whole.
//!
//! - `load` returns the list of one moment, with each change wholly or not at all, and what it has returned stays as it is;
//! - no change is lost: each one is made to what the one before has left, and whoever loads after `update` finds it;
//! - whoever loads never waits while `change` works, which may take long;
//! - to load copies no list, only a pointer: two who load the same list share it.
//!
//! `Prices` may have other fields; keep `new`, `load` and `update`. A lock that is held while `change` works is not forbidden,
//! only whoever loads must not need it.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three threads in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;

// EDIT
use world::sync::{Arc, Mutex};

/// Holds the price of a seat in each row.
#[derive(Debug)]
pub struct Prices {
    rows: Vec<Mutex<u32>>,
}

impl Prices {
    /// Starts with these prices.
    pub fn new(rows: Vec<u32>) -> Self {
        let row = |price| Mutex::new(price);
        Self {
            rows: rows.into_iter().map(row).collect(),
        }
    }

    /// Returns the list as it is now.
    pub fn load(&self) -> Arc<Vec<u32>> {
        let rows = self.rows.iter().map(|row| *row.lock().unwrap());
        Arc::new(rows.collect())
    }

    /// Changes the list by `change`, which sees it as it is, and may be called again.
    pub fn update(&self, change: impl Fn(&mut Vec<u32>)) {
        let mut changed = Vec::clone(&self.load());
        change(&mut changed);
        for (row, price) in self.rows.iter().zip(changed) {
            *row.lock().unwrap() = price;
        }
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/snapshot.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
