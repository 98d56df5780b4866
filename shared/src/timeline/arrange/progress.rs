//! How far an execution has come in an order that is being tried.

use super::moves::Taken;
use super::numbers::ValueId;

/// Tells how far each lane has come, what each variable holds, and who runs: all that the rest depends on.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Progress {
    pub taken: Vec<usize>,
    /// The newest value of each variable; [`UNKNOWN`](super::numbers::UNKNOWN) also once nobody reads it any more.
    pub newest: Vec<ValueId>,
    pub running: Option<usize>,
}

impl Progress {
    /// Returns whether a lane has come so far.
    pub fn has(&self, taken: Taken) -> bool {
        self.taken[taken.lane] >= taken.steps
    }
}
