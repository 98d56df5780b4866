//! Stands for `std::sync::OnceLock`, which loom lacks.

use crate::model::naming::Named;
use crate::model::record::{self, Object};
use crate::model::wait::Sleepers;
use crate::timeline::Effect;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Stands for `std::sync::OnceLock`: a value that is written once and then shared.
pub struct OnceLock<T> {
    object: Object,
    /// Those who wait for the value; `None` if created while a failure unwinds.
    sleepers: Option<Sleepers>,
    /// Whether a thread makes the value. Relaxed throughout: the threads of a model reach it in turns.
    busy: AtomicBool,
    /// Never asked to wait: it is given a finished value.
    value: std::sync::OnceLock<T>,
}

impl<T> OnceLock<T> {
    /// Creates an empty cell.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        let object = Object::new("once_lock");
        Self {
            object,
            sleepers: record::is_live().then(Sleepers::new),
            busy: AtomicBool::new(false),
            value: std::sync::OnceLock::new(),
        }
    }

    /// Returns the value, if it has been written.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        if let Some(sleepers) = self.live() {
            self.object.step("get", None, Effect::Touch, || {
                (sleepers.take_turn(), Effect::Touch)
            });
        }
        self.value.get()
    }

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Gives the value back if another was written first.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut offered = Some(value);
        self.get_or("set", || {
            offered.take().expect("the closure is called once at most")
        });
        offered.map_or(Ok(()), Err)
    }

    /// Returns the value, which one of the calling threads makes by `init` while the others wait.
    ///
    /// If `init` panics, the cell stays empty.
    #[track_caller]
    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        self.get_or("get_or_init", init)
    }

    #[track_caller]
    fn get_or(&self, operation: &'static str, init: impl FnOnce() -> T) -> &T {
        let sleepers = self.live();
        if let Some(sleepers) = sleepers {
            self.wait_for_value_or_task(sleepers, operation);
        }
        if self.value.get().is_none() {
            let making = Making(self);
            let value = init();
            std::mem::forget(making);
            match sleepers {
                Some(sleepers) => self.write(sleepers, value),
                None => _ = self.value.set(value),
            }
        }
        self.value.get().expect("it was there, or written above")
    }

    /// Returns once there is a value, or it falls to this thread to make it.
    #[track_caller]
    fn wait_for_value_or_task(&self, sleepers: &Sleepers, operation: &'static str) {
        loop {
            let ticket = self.object.step(operation, None, Effect::Touch, || {
                let ticket = sleepers.take_turn();
                let waits = self.value.get().is_none() && self.busy.swap(true, Relaxed);
                if waits {
                    sleepers.lie_down(ticket);
                }
                (waits.then_some(ticket), Effect::Touch)
            });
            let Some(ticket) = ticket else { return };
            self.object.step("woken", None, Effect::Touch, || {
                (sleepers.sleep(ticket), Effect::Touch)
            });
        }
    }

    #[track_caller]
    fn write(&self, sleepers: &Sleepers, value: T) {
        self.object.step("written", None, Effect::Touch, || {
            sleepers.take_turn();
            // There is none yet: only one thread is busy.
            let _ = self.value.set(value);
            (sleepers.wake_all(), Effect::Touch)
        });
    }

    fn live(&self) -> Option<&Sleepers> {
        self.sleepers.as_ref().filter(|_| record::is_live())
    }
}

/// Stands on the stack while a value is made, and gives the task up if that fails.
struct Making<'a, T>(&'a OnceLock<T>);

impl<T> Drop for Making<'_, T> {
    fn drop(&mut self) {
        self.0.busy.store(false, Relaxed);
        // Those who wait are not woken while the panic unwinds, so the execution cannot go on after it.
        record::is_live();
    }
}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Named for OnceLock<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.object.rename(name);
        self
    }
}

impl<T> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceLock").finish_non_exhaustive()
    }
}
