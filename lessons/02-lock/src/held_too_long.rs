//! Matching on what a guard holds: the guard lives as long as the `match`, and an arm that locks waits for itself.
//!
//! `if let` and `while let` keep the guard through their block likewise.
//! Since edition 2024 an `else` is reached without it; a `match` keeps it in every arm.

use super::desk::{Desk, Roll};
use super::world::sync::Mutex;

/// Keeps the lock through the arm that puts in a new roll, which locks too.
#[derive(Debug)]
pub struct HeldTooLong {
    roll: Mutex<Roll>,
}

impl HeldTooLong {
    fn refill(&self) {
        self.roll.lock().expect("a desk does not panic").refill();
    }
}

impl Desk for HeldTooLong {
    fn open() -> Self {
        Self {
            roll: Mutex::new(Roll::default()),
        }
    }

    // ANCHOR: next_ticket
    fn next_ticket(&self) -> u32 {
        loop {
            // The guard lives to the closing brace.
            match self.roll.lock().expect("a desk does not panic").tear_off() {
                Some(ticket) => return ticket,
                None => self.refill(),
            }
        }
    }
    // ANCHOR_END: next_ticket
}
