//! Lamport's ring made quick: each end remembers where it saw the other, and looks again only when it must.

use super::fifo::NO_ROOM;
use super::ring::{Consumer, Producer, Ring};
use super::world::Named;
use super::world::cell::UnsafeCell;
use super::world::sync::Arc;
use super::world::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};
use shared::trial::Padded;
use std::fmt;
use std::mem::MaybeUninit;

mod ends;

pub use ends::{Popper, Pusher};

/// Holds values between one producer and one consumer.
///
/// Three things make it quicker than [`LamportRing`](super::lamport_ring::LamportRing): each index has a cache line of its
/// own; each end keeps its own index, and a copy of the other's, in plain memory (Lee, Bu and Chandranmenon, *A Lock-Free,
/// Cache-Efficient Multi-Core Synchronization Mechanism for Line-Rate Network Traffic Monitoring*, 2010); and the slots, of
/// which there are a power of two, are found by a mask.
///
/// # Consistency
///
/// As Lamport's: wait-free, values come out in the order in which they went in, and what the producer did before a push the
/// consumer sees after the pop. A batch becomes visible as one.
///
/// # Examples
///
/// ```
/// use queue::machine::{ring::{Consumer, Producer, Ring}, spsc_ring::SpscRing};
///
/// let (mut producer, mut consumer) = SpscRing::split(3);
/// let seller = std::thread::spawn(move || producer.push_all(&mut (1..=5)));
/// assert_eq!(seller.join().unwrap(), 3);
/// let mut seats = Vec::new();
/// assert_eq!(consumer.pop_all(&mut seats), 3);
/// assert_eq!((seats, consumer.try_pop()), (vec![1, 2, 3], None));
/// ```
///
/// Each end belongs to one thread:
///
/// ```compile_fail,E0599
/// use queue::machine::{ring::Ring, spsc_ring::SpscRing};
///
/// let (producer, consumer) = SpscRing::<u8>::split(3);
/// let second = producer.clone(); // no method named `clone` found
/// ```
pub struct SpscRing<T> {
    /// A power of two of them, at least as many as the capacity. Those from `head` to `tail` hold a value and belong to the
    /// consumer, the others to the producer.
    slots: Box<[Slot<T>]>,
    capacity: usize,
    /// How many values were pushed, modulo 2 to the power of the word's bits; only the producer stores it.
    tail: Padded<AtomicUsize>,
    /// How many values were popped, likewise; only the consumer stores it.
    head: Padded<AtomicUsize>,
}

type Slot<T> = UnsafeCell<MaybeUninit<T>>;

// SAFETY: each slot is used by one end at a time, as `slots` says, and changes hands with a Release store of an index that
// the other end loads with Acquire. The value goes from thread to thread, hence `T: Send`.
unsafe impl<T: Send> Sync for SpscRing<T> {}

impl<T: Send + 'static> Ring<T> for SpscRing<T> {
    type Producer = Pusher<T>;
    type Consumer = Popper<T>;

    fn split(capacity: usize) -> (Pusher<T>, Popper<T>) {
        assert!(capacity > 0, "{NO_ROOM}");
        let slots = 0..capacity.next_power_of_two();
        let ring = Arc::new(Self {
            slots: slots
                .map(|_| UnsafeCell::new(MaybeUninit::uninit()).named("slot"))
                .collect(),
            capacity,
            tail: Padded(AtomicUsize::new(0)),
            head: Padded(AtomicUsize::new(0)),
        });
        (Pusher::new(Arc::clone(&ring)), Popper::new(ring))
    }
}

impl<T> SpscRing<T> {
    #[inline]
    fn slot(&self, index: usize) -> &Slot<T> {
        &self.slots[index & (self.slots.len() - 1)]
    }

    /// Returns the slots of so many indices in a row: those up to the end of the ring, and those from its beginning.
    #[inline]
    fn run(&self, index: usize, count: usize) -> [&[Slot<T>]; 2] {
        let (before, from) = self.slots.split_at(index & (self.slots.len() - 1));
        let first = &from[..count.min(from.len())];
        [first, &before[..count - first.len()]]
    }
}

impl<T> Drop for SpscRing<T> {
    fn drop(&mut self) {
        // Relaxed: both ends are gone, and the last of them has seen what the other did.
        let (mut head, tail) = (self.head.load(Relaxed), self.tail.load(Relaxed));
        while head != tail {
            // SAFETY: the slots from `head` to `tail` hold values, and each is dropped once.
            self.slot(head)
                .with_mut(|slot| unsafe { slot.cast::<T>().drop_in_place() });
            head = head.wrapping_add(1);
        }
    }
}

impl<T> fmt::Debug for SpscRing<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SpscRing")
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}
