//! Notifying only when the queue was empty: the second value wakes nobody, and a second consumer sleeps beside it.

use super::channel::Channel;
use super::fifo::NO_ROOM;
use super::world::sync::{Condvar, Mutex, MutexGuard};
use std::collections::VecDeque;

/// Spares a wakeup that it takes to be needless, since whoever slept was woken by the first value.
///
/// With one consumer it holds. Two can sleep: the first value wakes one of them, and if the second comes before that one has
/// got up, the queue was not empty, and nobody tells the other.
#[derive(Debug)]
pub struct SleepyConsumer<T> {
    capacity: usize,
    state: Mutex<State<T>>,
    has_value: Condvar,
    has_room: Condvar,
}

#[derive(Debug)]
struct State<T> {
    values: VecDeque<T>,
    is_open: bool,
}

impl<T: Send + 'static> Channel<T> for SleepyConsumer<T> {
    fn bounded(capacity: usize) -> Self {
        assert!(capacity > 0, "{NO_ROOM}");
        let state = State {
            values: VecDeque::new(),
            is_open: true,
        };
        Self {
            capacity,
            state: Mutex::new(state),
            has_value: Condvar::new(),
            has_room: Condvar::new(),
        }
    }

    // ANCHOR: push
    fn push(&self, value: T) -> Result<(), T> {
        let is_full = |state: &mut State<T>| state.is_open && state.values.len() == self.capacity;
        let waited = self.has_room.wait_while(self.lock(), is_full);
        let mut state = waited.expect(NO_PANIC);
        if !state.is_open {
            return Err(value);
        }
        let was_empty = state.values.is_empty();
        state.values.push_back(value);
        if was_empty {
            self.has_value.notify_one();
        }
        Ok(())
    }
    // ANCHOR_END: push

    fn pop(&self) -> Option<T> {
        let is_empty = |state: &mut State<T>| state.is_open && state.values.is_empty();
        let waited = self.has_value.wait_while(self.lock(), is_empty);
        let value = waited.expect(NO_PANIC).values.pop_front()?;
        self.has_room.notify_one();
        Some(value)
    }

    fn close(&self) {
        self.lock().is_open = false;
        self.has_value.notify_all();
        self.has_room.notify_all();
    }
}

impl<T> SleepyConsumer<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect(NO_PANIC)
    }
}

/// Why the lock is not poisoned.
const NO_PANIC: &str = "a queue does not panic under its lock";
