//! Looking at the front in one step and removing it in the next: two threads that look together take the same value.

use super::fifo::{Fifo, NO_ROOM};
use super::world::sync::Mutex;
use std::collections::VecDeque;

/// Hands one value to two consumers, and throws the next one away unread.
///
/// Each of its steps is under the lock; the pair is not.
#[derive(Debug)]
pub struct PeekThenPop<T> {
    capacity: usize,
    values: Mutex<VecDeque<T>>,
}

impl<T: Clone + Send + 'static> Fifo<T> for PeekThenPop<T> {
    fn bounded(capacity: usize) -> Self {
        assert!(capacity > 0, "{NO_ROOM}");
        Self {
            capacity,
            values: Mutex::new(VecDeque::new()),
        }
    }

    fn try_push(&self, value: T) -> Result<(), T> {
        let mut values = self.values.lock().expect(NO_PANIC);
        if values.len() == self.capacity {
            return Err(value);
        }
        values.push_back(value);
        Ok(())
    }

    // ANCHOR: try_pop
    fn try_pop(&self) -> Option<T> {
        let front = self.peek()?;
        self.values.lock().expect(NO_PANIC).pop_front();
        Some(front)
    }
    // ANCHOR_END: try_pop
}

impl<T: Clone> PeekThenPop<T> {
    fn peek(&self) -> Option<T> {
        self.values.lock().expect(NO_PANIC).front().cloned()
    }
}

/// Why the lock is not poisoned.
const NO_PANIC: &str = "a queue does not panic under its lock";
