//! Counting under a lock: whoever reads the value is alone with it until the sum is written.

use super::counter::Counter;
use super::world::sync::Mutex;

/// Counts in a critical section.
///
/// The lock owns the value, so there is no way to it but through the guard, and the guard ends the section when dropped.
///
/// # Consistency
///
/// Increments happen one after the other, in the order in which the lock was taken (Dijkstra, *Cooperating Sequential
/// Processes*, 1965: mutual exclusion).
#[derive(Debug)]
pub struct LockedCounter {
    value: Mutex<usize>,
}

impl Counter for LockedCounter {
    fn zero() -> Self {
        Self {
            value: Mutex::new(0),
        }
    }

    // ANCHOR: increment
    fn increment(&self) {
        let mut value = self.value.lock().expect("counting does not panic");
        *value += 1;
    }
    // ANCHOR_END: increment

    fn get(&self) -> usize {
        *self.value.lock().expect("counting does not panic")
    }
}
