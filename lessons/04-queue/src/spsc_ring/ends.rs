//! The two ends of the ring, each with its own index and a copy of the other's.

use super::{Acquire, Arc, Consumer, Producer, Release, Slot, SpscRing, fmt};

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
        let (capacity, (_, most)) = (self.ring.capacity, values.size_hint());
        // If there is room for all that can come, the other end is not looked at.
        let room = self.room_for(most.unwrap_or(capacity).min(capacity));
        let mut batch = Batch {
            pusher: self,
            written: 0,
        };
        for slots in batch.pusher.ring.run(batch.pusher.tail, room) {
            // This way round: the iterator is asked for no value that there is no room for.
            for (slot, value) in slots.iter().zip(values.by_ref()) {
                write(slot, value);
                batch.written += 1;
            }
        }
        batch.written
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

    /// Shows the next values to the consumer, so many as are written.
    #[inline]
    fn publish(&mut self, written: usize) {
        self.tail = self.tail.wrapping_add(written);
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
        write(self.ring.slot(self.tail), value);
        self.publish(1);
        Ok(())
    }
    // ANCHOR_END: push
}

/// Publishes what was written when dropped, so also when an iterator panics half-way.
struct Batch<'a, T> {
    pusher: &'a mut Pusher<T>,
    written: usize,
}

impl<T> Drop for Batch<'_, T> {
    fn drop(&mut self) {
        if self.written > 0 {
            self.pusher.publish(self.written);
        }
    }
}

/// Writes a value into a slot of the producer's, which is one that `room_for` has seen, and not published yet.
#[inline]
fn write<T>(slot: &Slot<T>, value: T) {
    // SAFETY: the slot is empty, and the consumer does not touch it before it is published.
    slot.with_mut(|slot| unsafe { slot.cast::<T>().write(value) });
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
        if count == 0 {
            // The index stays as it is; a store would take its line from the producer.
            return 0;
        }
        // Before any is read: if memory is short, all are still in the ring.
        into.reserve(count);
        for slots in self.ring.run(self.head, count) {
            into.extend(slots.iter().map(read));
        }
        self.give_back(count);
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

    /// Gives the slots of the next values back, so many as are read.
    #[inline]
    fn give_back(&mut self, read: usize) {
        self.head = self.head.wrapping_add(read);
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
        let value = read(self.ring.slot(self.head));
        self.give_back(1);
        Some(value)
    }
    // ANCHOR_END: pop
}

/// Moves the value out of a slot of the consumer's, which is one that `available` has seen, and not given back yet.
#[inline]
fn read<T>(slot: &Slot<T>) -> T {
    // SAFETY: the slot holds a value, and the index moves on before the slot is used again, so it is read once.
    slot.with(|slot| unsafe { slot.cast::<T>().read() })
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
