//! Tells one execution from every other, so that what one has made is not used in the next.

use super::{admit, if_recording};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Names an execution, once for the process.
///
/// The checker knows an object by its number, which means another object in another execution,
/// and two checks may run on two OS threads at once: neither may reach what the other has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run(u64);

impl Run {
    /// Belongs to no check.
    const NONE: Self = Self(0);

    /// Names one more execution.
    pub(super) fn next() -> Self {
        // Relaxed: only the numbers must differ; they publish nothing.
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Relaxed))
    }

    /// Returns the execution under way on this OS thread.
    pub fn current() -> Self {
        if_recording(|recorder| recorder.run).unwrap_or(Self::NONE)
    }

    /// Returns whether this is the execution under way on this OS thread.
    pub fn is_current(self) -> bool {
        self != Self::NONE && self == Self::current()
    }

    /// Lets pass what this execution has made.
    ///
    /// # Panics
    ///
    /// Panics in any other execution.
    #[track_caller]
    pub fn admit(self) {
        admit(Some(self));
    }
}

/// What is said to an operation on what another execution has made.
pub(super) const FOREIGN: &str = "an object of the model is used in another execution than the one that made it: \
     make it inside the closure that is checked, not in a `static`";
