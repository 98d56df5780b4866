//! Exercise 3: Divide the map in shards.
//!
//! `Sales` counts the tickets that are sold in each row of a hall; many tills change and read it at once.
//! All rows are under one lock. So nothing is lost, and whoever is at one row holds up everybody, whichever row they want.
//!
//! Divide the rows among *shards*, each with a lock of its own:
//!
//! - `Sales::in_shards(n)` makes `n` shards, and the rows are spread over all of them;
//! - a row is in one shard, whoever asks, and at every start in the same (no `RandomState`); which one that is, is for you to say;
//! - `update` and `get` wait for nobody but those who are in the shard of their row;
//! - nothing is lost, and nobody comes between what `change` finds and what it leaves;
//! - `total` adds up all rows. It is right when nobody sells meanwhile, and it comes to its end in any case.
//!
//! Rows are numbered from 0, and how many there are `in_shards` is not told.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two threads in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;

/// The number of a row.
pub type Row = usize;

// EDIT
use std::collections::BTreeMap;
use world::sync::Mutex;

/// Counts the tickets that are sold, row by row.
#[derive(Debug)]
pub struct Sales {
    rows: Mutex<BTreeMap<Row, u32>>,
}

impl Sales {
    /// Starts with nothing sold, in this many shards.
    pub fn in_shards(_shards: usize) -> Self {
        Self {
            rows: Mutex::new(BTreeMap::new()),
        }
    }

    /// Lets `change` change the number of a row, which is 0 at first; returns what `change` returns.
    pub fn update<R>(&self, row: Row, change: impl FnOnce(&mut u32) -> R) -> R {
        let mut rows = self.rows.lock().unwrap();
        change(rows.entry(row).or_insert(0))
    }

    /// Returns the number of a row.
    pub fn get(&self, row: Row) -> u32 {
        self.rows.lock().unwrap().get(&row).copied().unwrap_or(0)
    }

    /// Adds up the numbers of all rows.
    pub fn total(&self) -> u32 {
        self.rows.lock().unwrap().values().sum()
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shard.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
