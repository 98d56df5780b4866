//! Makes it visible to `try_lock` that a lock is held.
//!
//! To loom, letting go of a lock is no operation of its own: nothing comes between it and the operation before.
//! A critical section without another operation inside would so be over before anyone looks, and an attempt to take
//! its lock would never be refused. So once a model makes an attempt, its check starts over, and each release becomes
//! an operation too, which conflicts with attempts. Models without attempts need not pay for it.

use crate::model::record;

/// Orders the releases of one lock against the attempts to take it.
///
/// It is a condition variable on which nobody waits: to notify it conflicts with every other notification of it,
/// and synchronises nothing.
pub struct Attempts(Option<loom::sync::Condvar>);

impl Attempts {
    #[track_caller]
    pub fn new() -> Self {
        Self(record::explores_attempts().then(loom::sync::Condvar::new))
    }

    /// Stands before a release: whoever attempts to take the lock may come first.
    pub fn give_way(&self) {
        if let Some(conflict) = &self.0 {
            conflict.notify_one();
        }
    }

    /// Attempts to take the lock; no other thread comes between the conflict and the attempt.
    pub fn make<R>(&self, attempt: impl FnOnce() -> R) -> R {
        record::note_attempt();
        let Some(conflict) = &self.0 else {
            return attempt();
        };
        conflict.notify_one();
        loom::stop_exploring();
        let result = attempt();
        loom::explore();
        result
    }
}
