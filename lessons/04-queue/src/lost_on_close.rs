//! Asking whether the queue is open before taking its lock: it is closed and drained in between, and the value stays behind.

use super::channel::Channel;
use super::fifo::NO_ROOM;
use super::world::sync::atomic::{AtomicBool, Ordering::SeqCst};
use super::world::sync::{Condvar, Mutex};
use std::collections::VecDeque;

/// Keeps its end in a flag beside the lock, and accepts values that nobody will pop.
///
/// `SeqCst` does not help: to ask and to push are two steps, and the last consumer leaves between them.
#[derive(Debug)]
pub struct LostOnClose<T> {
    capacity: usize,
    is_closed: AtomicBool,
    values: Mutex<VecDeque<T>>,
    /// Notified of each push, of each pop, and of the end.
    changed: Condvar,
}

impl<T: Send + 'static> Channel<T> for LostOnClose<T> {
    fn bounded(capacity: usize) -> Self {
        assert!(capacity > 0, "{NO_ROOM}");
        Self {
            capacity,
            is_closed: AtomicBool::new(false),
            values: Mutex::new(VecDeque::new()),
            changed: Condvar::new(),
        }
    }

    // ANCHOR: push
    fn push(&self, value: T) -> Result<(), T> {
        if self.is_closed.load(SeqCst) {
            return Err(value);
        }
        let values = self.values.lock().expect(NO_PANIC);
        let is_full = |values: &mut VecDeque<T>| values.len() == self.capacity;
        let waited = self.changed.wait_while(values, is_full);
        waited.expect(NO_PANIC).push_back(value);
        self.changed.notify_all();
        Ok(())
    }
    // ANCHOR_END: push

    fn pop(&self) -> Option<T> {
        let values = self.values.lock().expect(NO_PANIC);
        let is_empty = |values: &mut VecDeque<T>| values.is_empty() && !self.is_closed.load(SeqCst);
        let waited = self.changed.wait_while(values, is_empty);
        let value = waited.expect(NO_PANIC).pop_front()?;
        self.changed.notify_all();
        Some(value)
    }

    fn close(&self) {
        // Under the lock, so that no wakeup is lost: that is another defect.
        let _values = self.values.lock().expect(NO_PANIC);
        self.is_closed.store(true, SeqCst);
        self.changed.notify_all();
    }
}

/// Why the lock is not poisoned.
const NO_PANIC: &str = "a queue does not panic under its lock";
