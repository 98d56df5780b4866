//! Rejected: a consumer has looked and is about to sleep, under the lock; the end does not wait for the lock, and its wakeup is lost.

use shared::model as world;

// EDIT
use std::collections::VecDeque;
use world::sync::atomic::{AtomicBool, Ordering::SeqCst};
use world::sync::{Condvar, Mutex};

/// Hands over what it has accepted, first in, first out, also after its end.
#[derive(Debug)]
pub struct Queue<T> {
    capacity: usize,
    is_open: AtomicBool,
    values: Mutex<VecDeque<T>>,
    has_value: Condvar,
    has_room: Condvar,
}

impl<T> Queue<T> {
    /// Starts open and empty, with room for this many values.
    pub fn bounded(capacity: usize) -> Self {
        Self {
            capacity,
            is_open: AtomicBool::new(true),
            values: Mutex::new(VecDeque::new()),
            has_value: Condvar::new(),
            has_room: Condvar::new(),
        }
    }

    /// Adds a value at the end, as soon as there is room; gives it back if the queue is closed.
    pub fn push(&self, value: T) -> Result<(), T> {
        let mut values = self.values.lock().unwrap();
        while self.is_open.load(SeqCst) && values.len() == self.capacity {
            values = self.has_room.wait(values).unwrap();
        }
        if !self.is_open.load(SeqCst) {
            return Err(value);
        }
        values.push_back(value);
        self.has_value.notify_one();
        Ok(())
    }

    /// Takes the value at the front, as soon as there is one; `None` if the queue is closed and empty.
    pub fn pop(&self) -> Option<T> {
        let mut values = self.values.lock().unwrap();
        while values.is_empty() && self.is_open.load(SeqCst) {
            values = self.has_value.wait(values).unwrap();
        }
        let value = values.pop_front()?;
        self.has_room.notify_one();
        Some(value)
    }

    /// Takes in nothing more.
    pub fn close(&self) {
        self.is_open.store(false, SeqCst);
        self.has_value.notify_all();
        self.has_room.notify_all();
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/close.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
