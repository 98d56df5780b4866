//! A queue without a bound: a producer that is too fast is never made to wait, and what is not popped yet fills the memory.

use super::channel::Channel;
use super::world::sync::{Condvar, Mutex, MutexGuard};
use std::collections::VecDeque;

/// Ignores the capacity that it was given.
///
/// Every value arrives, in order, and the closed queue drains. Only there is no back-pressure, and no end to the memory
/// that a slow consumer costs.
#[derive(Debug)]
pub struct Unbounded<T> {
    state: Mutex<State<T>>,
    has_value: Condvar,
}

#[derive(Debug)]
struct State<T> {
    values: VecDeque<T>,
    is_open: bool,
}

impl<T: Send + 'static> Channel<T> for Unbounded<T> {
    fn bounded(_capacity: usize) -> Self {
        let state = State {
            values: VecDeque::new(),
            is_open: true,
        };
        Self {
            state: Mutex::new(state),
            has_value: Condvar::new(),
        }
    }

    // ANCHOR: push
    fn push(&self, value: T) -> Result<(), T> {
        let mut state = self.lock();
        if !state.is_open {
            return Err(value);
        }
        state.values.push_back(value);
        self.has_value.notify_one();
        Ok(())
    }
    // ANCHOR_END: push

    fn pop(&self) -> Option<T> {
        let is_empty = |state: &mut State<T>| state.is_open && state.values.is_empty();
        let waited = self.has_value.wait_while(self.lock(), is_empty);
        waited.expect(NO_PANIC).values.pop_front()
    }

    fn close(&self) {
        self.lock().is_open = false;
        self.has_value.notify_all();
    }
}

impl<T> Unbounded<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect(NO_PANIC)
    }
}

/// Why the lock is not poisoned.
const NO_PANIC: &str = "a queue does not panic under its lock";
