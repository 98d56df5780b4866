//! The two ends of the ring, each with its own index and a copy of the other's.

use super::{Acquire, Arc, Consumer, Producer, Release, SpscRing, fmt};

/// The end that pushes.
pub struct Pusher<T> {
    ring: Arc<SpscRing<T>>,
    /// What `ring.tail` will be after the next publication.
    tail: usize,
    /// What `ring.head` was when last looked at: there may be more room by now, never less.
    seen_head: usize,
}

/// The end that pops.
pub struct Popper<T> {
    ring: Arc<SpscRing<T>>,
    /// What `ring.head` will be after the next publication.
    head: usize,
    /// What `ring.tail` was when last looked at: there may be more values by now, never fewer.
    seen_tail: usize,
}

impl<T> Pusher<T> {
    pub(super) fn new(ring: Arc<SpscRing<T>>) -> Self {
        let (tail, seen_head) = (0, 0);
        Self {
            ring,
            tail,
            seen_head,
        }
    }

    /// Adds as many values as there is room for, and shows them to the consumer all at once; returns how many.
    pub fn push_all(&mut self, values: &mut impl Iterator<Item = T>) -> usize {
        let room = self.room_for(self.ring.capacity);
        let before = self.tail;
        let batch = Batch(self);
        // `take` asks the iterator for no value that there is no room for.
        values.take(room).for_each(|value| batch.0.write(value));
        batch.0.tail.wrapping_sub(before)
    }

    /// Returns how many values there is room for; looks at the other end only if it knows of fewer than are `wanted`.
    #[inline]
    fn room_for(&mut self, wanted: usize) -> usize {
        let room = self.ring.capacity - self.tail.wrapping_sub(self.seen_head);
        if room >= wanted {
            return room;
        }
        // Acquire: sees that the consumer has emptied the slots before the Release that stored this index.
        self.seen_head = self.ring.head.load(Acquire);
        self.ring.capacity - self.tail.wrapping_sub(self.seen_head)
    }

    /// Writes the next value, for which there is room, and does not publish it yet.
    #[inline]
    fn write(&mut self, value: T) {
        // SAFETY: `room_for` has seen that the slot is empty, and the consumer does not touch it before it is published.
        self.ring
            .slot(self.tail)
            .with_mut(|slot| unsafe { slot.cast::<T>().write(value) });
        self.tail = self.tail.wrapping_add(1);
    }

    #[inline]
    fn publish(&self) {
        // Release: hands the values to the consumer's load that reads this index with Acquire.
        self.ring.tail.store(self.tail, Release);
    }
}

impl<T: Send + 'static> Producer<T> for Pusher<T> {
    // ANCHOR: push
    #[inline]
    fn try_push(&mut self, value: T) -> Result<(), T> {
        if self.room_for(1) == 0 {
            return Err(value);
        }
        self.write(value);
        self.publish();
        Ok(())
    }
    // ANCHOR_END: push
}

/// Publishes what was written when dropped, so also when an iterator panics half-way.
struct Batch<'a, T>(&'a mut Pusher<T>);

impl<T> Drop for Batch<'_, T> {
    fn drop(&mut self) {
        self.0.publish();
    }
}

impl<T> Popper<T> {
    pub(super) fn new(ring: Arc<SpscRing<T>>) -> Self {
        let (head, seen_tail) = (0, 0);
        Self {
            ring,
            head,
            seen_tail,
        }
    }

    /// Takes all values there are, and gives all their slots back at once; returns how many there were.
    pub fn pop_all(&mut self, into: &mut Vec<T>) -> usize {
        let count = self.available(self.ring.capacity);
        into.reserve(count);
        for _ in 0..count {
            into.push(self.read());
        }
        self.give_back();
        count
    }

    /// Returns how many values there are; looks at the other end only if it knows of fewer than are `wanted`.
    #[inline]
    fn available(&mut self, wanted: usize) -> usize {
        let available = self.seen_tail.wrapping_sub(self.head);
        if available >= wanted {
            return available;
        }
        // Acquire: sees the values that were written before the Release that stored this index.
        self.seen_tail = self.ring.tail.load(Acquire);
        self.seen_tail.wrapping_sub(self.head)
    }

    /// Moves the next value out, which is available, and does not give its slot back yet.
    #[inline]
    fn read(&mut self) -> T {
        let slot = self.ring.slot(self.head);
        // SAFETY: `available` has seen that the slot holds a value; the index moves on, so it is read once.
        let value = slot.with(|slot| unsafe { slot.cast::<T>().read() });
        self.head = self.head.wrapping_add(1);
        value
    }

    #[inline]
    fn give_back(&self) {
        // Release: hands the empty slots to the producer's load that reads this index with Acquire.
        self.ring.head.store(self.head, Release);
    }
}

impl<T: Send + 'static> Consumer<T> for Popper<T> {
    // ANCHOR: pop
    #[inline]
    fn try_pop(&mut self) -> Option<T> {
        if self.available(1) == 0 {
            return None;
        }
        let value = self.read();
        self.give_back();
        Some(value)
    }
    // ANCHOR_END: pop
}

impl<T> fmt::Debug for Pusher<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pusher").field(&self.ring).finish()
    }
}

impl<T> fmt::Debug for Popper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Popper").field(&self.ring).finish()
    }
}
