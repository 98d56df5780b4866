//! Stands for `std::sync::OnceLock`, which loom lacks.

use super::{Condvar, Mutex};
use crate::model::naming::Named;
use crate::model::record;
use std::cell::OnceCell;
use std::fmt;

/// Stands for `std::sync::OnceLock`: a value that is written once and then shared.
///
/// It is made of a mutex and a condition variable of the model, which is what a timeline shows of it.
pub struct OnceLock<T> {
    state: Mutex<State>,
    done: Condvar,
    /// Written by the thread that set [`State::Busy`]; read only after [`State::Done`] was seen under the lock.
    value: OnceCell<T>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Empty,
    Busy,
    Done,
}

// SAFETY: `value` is written by one thread, which then sets `Done` under the lock, and read by threads that have seen
// `Done` under the lock; from then on it is only shared (`T: Sync`), and it may be dropped by another thread (`T: Send`).
unsafe impl<T: Send + Sync> Sync for OnceLock<T> {}

impl<T> OnceLock<T> {
    /// Creates an empty cell.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        Self {
            state: Mutex::new(State::Empty),
            done: Condvar::new(),
            value: OnceCell::new(),
        }
    }

    /// Returns the value, if it has been written.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        let state = *self.state.lock().ok()?;
        if state == State::Done {
            self.value.get()
        } else {
            None
        }
    }

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Gives the value back if another was written first.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut offered = Some(value);
        self.get_or_init(|| offered.take().expect("the closure is called once at most"));
        offered.map_or(Ok(()), Err)
    }

    /// Returns the value, which one of the calling threads makes by `init` while the others wait.
    #[track_caller]
    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        if self.begin() {
            let value = self.value.get_or_init(init);
            *self.lock() = State::Done;
            self.done.notify_all();
            return value;
        }
        // `Done` was seen, so there is a value; there may be none only while a failure unwinds.
        self.value.get_or_init(init)
    }

    /// Waits while another thread makes the value; returns whether this thread must.
    #[track_caller]
    fn begin(&self) -> bool {
        let mut state = self.lock();
        while *state == State::Busy && record::is_live() {
            state = self
                .done
                .wait(state)
                .unwrap_or_else(|poisoned| poisoned.into_inner());
        }
        if *state == State::Empty {
            *state = State::Busy;
            return true;
        }
        false
    }

    #[track_caller]
    fn lock(&self) -> super::MutexGuard<'_, State> {
        self.state
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
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
        Self {
            state: self.state.named(name),
            ..self
        }
    }
}

impl<T> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceLock").finish_non_exhaustive()
    }
}
