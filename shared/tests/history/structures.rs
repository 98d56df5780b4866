//! A queue and a stack, sound and broken, in the model.

use shared::model::sync::Mutex;
use std::collections::VecDeque;

/// What two threads push to and pop from.
pub trait Container: Default + Sync {
    /// Puts a value in.
    fn push(&self, value: u8);
    /// Takes a value out, if there is one.
    fn pop(&self) -> Option<u8>;
}

/// First in, first out; each call is one critical section.
#[derive(Default)]
pub struct LockedQueue {
    values: Mutex<VecDeque<u8>>,
}

impl Container for LockedQueue {
    fn push(&self, value: u8) {
        self.values.lock().unwrap().push_back(value);
    }

    fn pop(&self) -> Option<u8> {
        self.values.lock().unwrap().pop_front()
    }
}

/// Looks at the front in one critical section and removes it in another.
#[derive(Default)]
pub struct PeekThenPop {
    values: Mutex<VecDeque<u8>>,
}

impl Container for PeekThenPop {
    fn push(&self, value: u8) {
        self.values.lock().unwrap().push_back(value);
    }

    fn pop(&self) -> Option<u8> {
        let front = self.values.lock().unwrap().front().copied();
        if front.is_some() {
            self.values.lock().unwrap().pop_front();
        }
        front
    }
}

/// Last in, first out; each call is one critical section.
#[derive(Default)]
pub struct LockedStack {
    values: Mutex<Vec<u8>>,
}

impl Container for LockedStack {
    fn push(&self, value: u8) {
        self.values.lock().unwrap().push(value);
    }

    fn pop(&self) -> Option<u8> {
        self.values.lock().unwrap().pop()
    }
}

/// Reads the top in one critical section and removes it in another.
#[derive(Default)]
pub struct TopThenPop {
    values: Mutex<Vec<u8>>,
}

impl Container for TopThenPop {
    fn push(&self, value: u8) {
        self.values.lock().unwrap().push(value);
    }

    fn pop(&self) -> Option<u8> {
        let top = self.values.lock().unwrap().last().copied();
        if top.is_some() {
            self.values.lock().unwrap().pop();
        }
        top
    }
}
