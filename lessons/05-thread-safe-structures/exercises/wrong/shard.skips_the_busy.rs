//! Rejected: a total that waits for nobody leaves out the shards that are locked, if only by somebody who looks.

use shared::model as world;

/// The number of a row.
pub type Row = usize;

// EDIT
use std::collections::BTreeMap;
use world::sync::Mutex;

/// Counts the tickets that are sold, row by row.
#[derive(Debug)]
pub struct Sales {
    shards: Vec<Shard>,
}

type Shard = Mutex<BTreeMap<Row, u32>>;

impl Sales {
    /// Starts with nothing sold, in this many shards.
    pub fn in_shards(shards: usize) -> Self {
        let shard = |_| Mutex::new(BTreeMap::new());
        Self {
            shards: (0..shards).map(shard).collect(),
        }
    }

    /// Lets `change` change the number of a row, which is 0 at first; returns what `change` returns.
    pub fn update<R>(&self, row: Row, change: impl FnOnce(&mut u32) -> R) -> R {
        let mut rows = self.shard(row).lock().unwrap();
        change(rows.entry(row).or_insert(0))
    }

    /// Returns the number of a row.
    pub fn get(&self, row: Row) -> u32 {
        let rows = self.shard(row).lock().unwrap();
        rows.get(&row).copied().unwrap_or(0)
    }

    /// Adds up the numbers of all rows.
    pub fn total(&self) -> u32 {
        let sold = |shard: &Shard| shard.try_lock().map_or(0, |rows| rows.values().sum());
        self.shards.iter().map(sold).sum()
    }

    /// The row alone decides.
    fn shard(&self, row: Row) -> &Shard {
        &self.shards[row % self.shards.len()]
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/shard.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
