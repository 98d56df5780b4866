//! Stands for `std::sync::Barrier`, which loom lacks.

use crate::model::naming::Named;
use crate::model::record::{self, Object};
use crate::model::wait::Sleepers;
use crate::timeline::Effect;
use std::fmt;

/// Stands for `std::sync::Barrier`: holds threads back until a number of them have come.
pub struct Barrier {
    sleepers: Option<Sleepers>,
    object: Object,
    threads: usize,
}

/// Stands for `std::sync::BarrierWaitResult`.
#[derive(Debug)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Returns whether this thread came last, for one thread of each group.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl Barrier {
    /// Creates a barrier for `threads` threads; 0 counts as 1.
    #[must_use]
    #[track_caller]
    pub fn new(threads: usize) -> Self {
        let object = Object::new("barrier");
        Self {
            sleepers: record::is_live().then(Sleepers::new),
            object,
            threads: threads.max(1),
        }
    }

    /// Waits until as many threads have come as the barrier is for.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let Some(sleepers) = self.sleepers.as_ref().filter(|_| record::is_live()) else {
            return BarrierWaitResult(false);
        };
        let ticket = self.object.step("arrive", None, Effect::Touch, || {
            (sleepers.take_turn(), Effect::Touch)
        });
        let is_leader = (ticket + 1).is_multiple_of(self.threads);
        self.object.step("leave", None, Effect::Touch, || {
            if is_leader {
                sleepers.wake_all();
            } else {
                sleepers.lie_down(ticket);
                sleepers.sleep(ticket);
            }
            ((), Effect::Touch)
        });
        BarrierWaitResult(is_leader)
    }
}

impl Named for Barrier {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.object.rename(name);
        self
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}
