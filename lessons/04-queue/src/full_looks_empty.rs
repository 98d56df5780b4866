//! A ring whose two indices wrap around: when it is full they are equal again, as they are when it is empty.

use super::fifo::{Fifo, NO_ROOM};
use super::world::sync::{Mutex, MutexGuard};

/// Takes a full ring for an empty one: it hands nothing out, and the next push overwrites what was not read.
///
/// Lamport's indices run on without end, and are wrapped only to find a slot. The other remedy is to leave one slot free.
#[derive(Debug)]
pub struct FullLooksEmpty<T> {
    ring: Mutex<Ring<T>>,
}

#[derive(Debug)]
struct Ring<T> {
    slots: Box<[Option<T>]>,
    /// The slot of the next push, less than the number of slots.
    tail: usize,
    /// The slot of the next pop, less than the number of slots.
    head: usize,
}

impl<T> Ring<T> {
    // ANCHOR: len
    fn len(&self) -> usize {
        let capacity = self.slots.len();
        (self.tail + capacity - self.head) % capacity
    }
    // ANCHOR_END: len
}

impl<T: Send + 'static> Fifo<T> for FullLooksEmpty<T> {
    fn bounded(capacity: usize) -> Self {
        assert!(capacity > 0, "{NO_ROOM}");
        let ring = Ring {
            slots: (0..capacity).map(|_| None).collect(),
            tail: 0,
            head: 0,
        };
        Self {
            ring: Mutex::new(ring),
        }
    }

    fn try_push(&self, value: T) -> Result<(), T> {
        let ring = &mut *self.lock();
        if ring.len() == ring.slots.len() {
            return Err(value);
        }
        ring.slots[ring.tail] = Some(value);
        ring.tail = (ring.tail + 1) % ring.slots.len();
        Ok(())
    }

    fn try_pop(&self) -> Option<T> {
        let ring = &mut *self.lock();
        if ring.len() == 0 {
            return None;
        }
        let value = ring.slots[ring.head].take();
        ring.head = (ring.head + 1) % ring.slots.len();
        value
    }
}

impl<T> FullLooksEmpty<T> {
    fn lock(&self) -> MutexGuard<'_, Ring<T>> {
        self.ring
            .lock()
            .expect("a queue does not panic under its lock")
    }
}
