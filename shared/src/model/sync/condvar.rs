//! Stands for `std::sync::Condvar`.

use super::{LockResult, MutexGuard};
use crate::model::naming::Named;
use crate::model::record::{self, Object};
use crate::model::wait::Sleepers;
use crate::timeline::Effect;
use std::fmt;

/// Stands for `std::sync::Condvar`; it never wakes spuriously and knows no timeouts.
pub struct Condvar {
    sleepers: Option<Sleepers>,
    object: Object,
}

impl Condvar {
    /// Creates a condition variable on which nobody waits.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        let object = Object::new("condvar");
        Self {
            sleepers: record::is_live().then(Sleepers::new),
            object,
        }
    }

    /// Unlocks, sleeps until notified, and locks again.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the mutex is poisoned.
    #[track_caller]
    pub fn wait<'a, T: ?Sized>(
        &self,
        mut guard: MutexGuard<'a, T>,
    ) -> LockResult<MutexGuard<'a, T>> {
        if let Some(sleepers) = self.live() {
            let ticket = self.object.step("wait", None, Effect::Touch, || {
                let ticket = sleepers.take_turn();
                sleepers.lie_down(ticket);
                (ticket, Effect::Touch)
            });
            guard.unlock();
            self.object.step("woken", None, Effect::Touch, || {
                (sleepers.sleep(ticket), Effect::Touch)
            });
            guard.lock_again();
        }
        Ok(guard)
    }

    /// Waits as long as `condition` holds.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the mutex is poisoned.
    #[track_caller]
    pub fn wait_while<'a, T: ?Sized>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<MutexGuard<'a, T>> {
        while condition(&mut *guard) && record::is_live() {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// Wakes the thread that has waited longest, if one waits.
    #[track_caller]
    pub fn notify_one(&self) {
        if let Some(sleepers) = self.live() {
            self.object.step("notify_one", None, Effect::Touch, || {
                sleepers.take_turn();
                (sleepers.wake_one(), Effect::Touch)
            });
        }
    }

    /// Wakes all threads that wait.
    #[track_caller]
    pub fn notify_all(&self) {
        if let Some(sleepers) = self.live() {
            self.object.step("notify_all", None, Effect::Touch, || {
                sleepers.take_turn();
                (sleepers.wake_all(), Effect::Touch)
            });
        }
    }

    fn live(&self) -> Option<&Sleepers> {
        self.sleepers.as_ref().filter(|_| record::is_live())
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl Named for Condvar {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.object.rename(name);
        self
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}
