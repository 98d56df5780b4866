//! Rejected: of two pops, one after the other, the second finds the queue no longer full and wakes nobody: a producer sleeps beside free room.

use shared::model as world;

// EDIT
use std::collections::VecDeque;
use world::sync::{Condvar, Mutex};

/// Hands over what it has accepted, first in, first out, also after its end.
#[derive(Debug)]
pub struct Queue<T> {
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

impl<T> Queue<T> {
    /// Starts open and empty, with room for this many values.
    pub fn bounded(capacity: usize) -> Self {
        Self {
            capacity,
            state: Mutex::new(State {
                values: VecDeque::new(),
                is_open: true,
            }),
            has_value: Condvar::new(),
            has_room: Condvar::new(),
        }
    }

    /// Adds a value at the end, as soon as there is room; gives it back if the queue is closed.
    pub fn push(&self, value: T) -> Result<(), T> {
        let mut state = self.state.lock().unwrap();
        while state.is_open && state.values.len() == self.capacity {
            state = self.has_room.wait(state).unwrap();
        }
        if !state.is_open {
            return Err(value);
        }
        state.values.push_back(value);
        self.has_value.notify_one();
        Ok(())
    }

    /// Takes the value at the front, as soon as there is one; `None` if the queue is closed and empty.
    pub fn pop(&self) -> Option<T> {
        let mut state = self.state.lock().unwrap();
        while state.is_open && state.values.is_empty() {
            state = self.has_value.wait(state).unwrap();
        }
        let was_full = state.values.len() == self.capacity;
        let value = state.values.pop_front()?;
        if was_full {
            self.has_room.notify_one();
        }
        Some(value)
    }

    /// Takes in nothing more.
    pub fn close(&self) {
        self.state.lock().unwrap().is_open = false;
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
