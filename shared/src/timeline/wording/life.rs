//! From which row to which row of a drawing a thread lives.

use super::{Entry, Mark};

/// Holds the row in which a thread is started, or first steps, and the row of its last step.
#[derive(Clone, Copy, Debug)]
pub struct Life {
    pub from: usize,
    pub to: usize,
    /// Whether it waits at the end, and so lives on.
    pub waits: bool,
}

impl Life {
    /// Returns whether the thread lives on after this row.
    pub fn goes_on_after(self, row: usize) -> bool {
        self.from <= row && (row < self.to || self.waits)
    }
}

/// Finds the life of each lane that has one.
pub fn lives<'a>(
    lanes: usize,
    rows: impl Iterator<Item = (usize, &'a Entry)>,
) -> Vec<Option<Life>> {
    let mut lives = vec![None; lanes];
    for (row, entry) in rows {
        for lane in [Some(entry.lane), entry.starts].into_iter().flatten() {
            let life = lives[lane].get_or_insert(Life {
                from: row,
                to: row,
                waits: false,
            });
            life.to = row;
            life.waits = entry.mark == Mark::Waits;
        }
    }
    lives
}
