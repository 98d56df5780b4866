//! Exercise 2: Close a queue without losing a value.
//!
//! When the sale ends the queue is closed: whoever comes after that goes home, and whoever is in the queue is still served.
//! So `push` gives the value back once the queue is closed, and `pop` returns `None` once it is closed and empty.
//! Three things are wrong:
//!
//! - `push` asks whether the queue is open before it has the lock: if the queue is closed and emptied in between,
//!   the value is accepted, and nobody will pop it;
//! - `close` changes `is_open` without the lock: a thread that has looked, and is about to sleep, misses the wakeup;
//! - `close` wakes one consumer: others may sleep, and producers too, and no one will wake them any more.
//!
//! Mend them; the fields are yours to change as well:
//!
//! - each value that a push has accepted, with `Ok`, comes out before the first `None`;
//! - a push that begins after the end, or waits for room when it comes, gives its value back, with `Err`;
//! - the end wakes all who wait.
//!
//! While the queue is open it is the one of exercise 1, and stays so: whoever finds no room or no value sleeps.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three threads in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

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
        if !self.is_open.load(SeqCst) {
            return Err(value);
        }
        let mut values = self.values.lock().unwrap();
        while values.len() == self.capacity {
            values = self.has_room.wait(values).unwrap();
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
        self.has_value.notify_one();
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/close.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
