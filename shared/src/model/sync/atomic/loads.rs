//! Keeps the checker from forgetting a load that a later write might have come before.
//!
//! To find the executions that differ, loom asks of each write which accesses it could have overtaken
//! (dynamic partial-order reduction: Flanagan and Godefroid, 2005).
//! It remembers one access a variable, so a thread's own load hides the loads of other threads, and executions are missed.
//! Here each thread's loads of a variable leave a trace of their own, and a write touches the traces left since the last.

use crate::model::record::Lane;
use std::array;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Holds a trace for each thread's loads of one variable.
///
/// A trace is a condition variable on which nobody waits: to notify it conflicts with every other notification of it,
/// does nothing else, and above all synchronises nothing.
pub struct Loads {
    traces: [loom::sync::Condvar; loom::MAX_THREADS],
    /// One bit for each thread that has loaded since the last write. All threads of a model share one OS thread.
    since_write: AtomicU8,
}

impl Loads {
    pub fn new() -> Self {
        Self {
            traces: array::from_fn(|_| loom::sync::Condvar::new()),
            since_write: AtomicU8::new(0),
        }
    }

    /// Notes that the running thread has just loaded.
    pub fn add(&self) {
        let lane = Lane::current();
        self.since_write.fetch_or(1 << lane, Relaxed);
        touch([&self.traces[lane]]);
    }

    /// Notes that the running thread has just written.
    pub fn end(&self) {
        let loaded = self.since_write.swap(0, Relaxed);
        touch(
            self.traces
                .iter()
                .enumerate()
                .filter(|(lane, _)| loaded & (1 << lane) != 0)
                .map(|(_, trace)| trace),
        );
    }
}

/// Touches traces without a point of choice: no other thread comes between the operation and its traces.
fn touch<'a>(traces: impl IntoIterator<Item = &'a loom::sync::Condvar>) {
    loom::stop_exploring();
    traces.into_iter().for_each(loom::sync::Condvar::notify_one);
    loom::explore();
}
