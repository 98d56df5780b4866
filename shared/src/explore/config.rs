//! All that the future of a program depends on: equal configurations are one state.

use super::condvar::Signals;
use super::expr::Value;

/// Where every thread stands, and what the shared things hold; the order is the program's.
///
/// A search clones, compares and hashes one for each edge, so it is few and flat lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Config {
    pub(super) threads: Vec<Local>,
    /// What the shared variables hold, and then the registers, one thread's after the other's.
    /// It is 0 for a register that no later step can read, so that equal futures are one state.
    pub(super) values: Vec<Value>,
    /// The thread that holds each lock.
    pub(super) holders: Vec<Option<usize>>,
    /// What has been notified on each condition variable, and not yet received.
    pub(super) signals: Vec<Signals>,
    /// Each thread's stores that have not reached memory, as cell and value, oldest first;
    /// no lists at all without store buffers.
    pub(super) buffers: Vec<Vec<(usize, Value)>>,
}

/// Where one thread stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Local {
    /// The step it takes next; one past the last when it has finished.
    pub(super) at: usize,
    /// Set between the two halves of a wait on a condition variable.
    pub(super) asleep: bool,
}

impl Config {
    /// Returns the thread's stores that have not reached memory, as cell and value, oldest first.
    pub(super) fn buffer(&self, thread: usize) -> &[(usize, Value)] {
        self.buffers.get(thread).map_or(&[], Vec::as_slice)
    }
}
