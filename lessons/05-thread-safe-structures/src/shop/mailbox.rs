//! A box of letters: whoever takes one waits until there is one.

use super::super::world::sync::{Condvar, Mutex};
use std::collections::VecDeque;

/// Hands letters over in the order in which they were put in; lesson 04 has queues with a bound and an end.
#[derive(Debug, Default)]
pub struct Mailbox<T> {
    letters: Mutex<VecDeque<T>>,
    arrived: Condvar,
}

impl<T> Mailbox<T> {
    /// Begins empty.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            letters: Mutex::new(VecDeque::new()),
            arrived: Condvar::new(),
        }
    }

    /// Puts a letter in.
    pub fn put(&self, letter: T) {
        let mut letters = self.letters.lock().expect(WHOLE);
        letters.push_back(letter);
        self.arrived.notify_one();
    }

    /// Takes the oldest letter out, as soon as there is one.
    pub fn take(&self) -> T {
        let mut letters = self.letters.lock().expect(WHOLE);
        loop {
            if let Some(letter) = letters.pop_front() {
                return letter;
            }
            letters = self.arrived.wait(letters).expect(WHOLE);
        }
    }
}

const WHOLE: &str = "nobody panics with a hand in the box";
