//! Exercise 1: Give a queue a bound.
//!
//! Buyers queue up for tickets: whoever comes is pushed at the end, and a till that is free pops the one at the front.
//! A till that finds nobody sleeps until somebody comes. But nothing ever makes a push wait:
//! `with_capacity` sets room aside, and a `VecDeque` that has used it up grows, until it has filled the memory.
//!
//! Let `capacity` be a *bound*, so that producers who are too fast wait for those who pop:
//!
//! - no more than `capacity` values are in the queue at once, and that many can be;
//! - whoever finds no room sleeps until there is some, and whoever finds no value until there is one: no looking again and again;
//! - no value is lost, and they come out in the order in which they went in.
//!
//! `Queue` may have other fields; keep `Queue::bounded(capacity)`, `push` and `pop`.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two and three threads in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;

// EDIT
use std::collections::VecDeque;
use world::sync::{Condvar, Mutex};

/// Hands each value over to whoever pops it, first in, first out.
#[derive(Debug)]
pub struct Queue<T> {
    values: Mutex<VecDeque<T>>,
    has_value: Condvar,
}

impl<T> Queue<T> {
    /// Starts empty, with room for this many values.
    pub fn bounded(capacity: usize) -> Self {
        Self {
            values: Mutex::new(VecDeque::with_capacity(capacity)),
            has_value: Condvar::new(),
        }
    }

    /// Adds a value at the end, as soon as there is room.
    pub fn push(&self, value: T) {
        let mut values = self.values.lock().unwrap();
        values.push_back(value);
        self.has_value.notify_one();
    }

    /// Takes the value at the front, as soon as there is one.
    pub fn pop(&self) -> T {
        let mut values = self.values.lock().unwrap();
        while values.is_empty() {
            values = self.has_value.wait(values).unwrap();
        }
        values.pop_front().unwrap()
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/bounded.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
