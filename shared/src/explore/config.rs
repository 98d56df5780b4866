//! All that the future of a program depends on: equal configurations are one state.

use super::condvar::Signals;
use super::expr::Value;

/// Where every thread stands, and what the shared things hold; the order is the program's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Config {
    pub(super) threads: Vec<Local>,
    pub(super) memory: Vec<Value>,
    /// The thread that holds each lock.
    pub(super) holders: Vec<Option<usize>>,
    /// What has been notified on each condition variable, and not yet received.
    pub(super) signals: Vec<Signals>,
}

/// One thread's part of a configuration.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Local {
    /// The step it takes next; one past the last when it has finished.
    pub(super) at: usize,
    /// Set between the two halves of a wait on a condition variable.
    pub(super) asleep: bool,
    /// `None` for a register that no later step can read, so that equal futures are one state.
    pub(super) registers: Vec<Option<Value>>,
    /// Stores that have not reached memory, as cell and value, oldest first.
    pub(super) buffer: Vec<(usize, Value)>,
}
