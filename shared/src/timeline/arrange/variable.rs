//! The reads and writes of one variable: which of them are still to come, and what that rules out.

use super::moves::{Move, Taken};
use super::numbers::ValueId;
use super::progress::Progress;

/// Holds every read and write of one variable.
pub struct Variable {
    /// The value before anybody writes.
    pub initial: ValueId,
    reads: Vec<Read>,
    /// For each value, the steps that write it.
    writes: Vec<Vec<Taken>>,
}

/// Tells which value a step reads.
struct Read {
    by: Taken,
    value: ValueId,
    may_be_stale: bool,
}

impl Variable {
    pub fn new(initial: ValueId) -> Self {
        Self {
            initial,
            reads: Vec::new(),
            writes: Vec::new(),
        }
    }

    /// Enters a step on this variable; `by` names it.
    pub fn add(&mut self, step: &Move, by: Taken) {
        let may_be_stale = step.may_be_stale;
        let read = |value| Read {
            by,
            value,
            may_be_stale,
        };
        self.reads.extend(step.reads.map(read));
        if let Some(value) = step.writes {
            let known = self.writes.len().max(value + 1);
            self.writes.resize(known, Vec::new());
            self.writes[value].push(by);
        }
    }

    fn writes_of(&self, value: ValueId) -> &[Taken] {
        self.writes.get(value).map_or(&[], Vec::as_slice)
    }

    /// Returns whether the variable has held a value by now.
    pub fn has_held(&self, value: ValueId, progress: &Progress) -> bool {
        let writes = self.writes_of(value);
        value == self.initial || writes.iter().any(|&write| progress.has(write))
    }

    /// Returns whether nobody reads the variable any more.
    pub fn is_forgotten(&self, progress: &Progress) -> bool {
        self.reads.iter().all(|read| progress.has(read.by))
    }

    /// Counts the reads to come that can only be stale, since nobody will write their value again.
    /// Returns `None` if one of them must not be.
    pub fn stale_left(&self, newest: ValueId, progress: &Progress) -> Option<usize> {
        let mut count = 0;
        for read in self.reads.iter().filter(|read| !progress.has(read.by)) {
            let comes_back = |value| {
                self.writes_of(value)
                    .iter()
                    .any(|&write| !progress.has(write))
            };
            if read.value != newest && !comes_back(read.value) {
                if !read.may_be_stale {
                    return None;
                }
                count += 1;
            }
        }
        Some(count)
    }
}
