//! A ring between one producer and one consumer: each index has one writer, so that loads and stores are enough.

use super::fifo::NO_ROOM;
use super::ring::{Consumer, Producer, Ring};
use super::world::Named;
use super::world::cell::UnsafeCell;
use super::world::sync::Arc;
use super::world::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};
use std::fmt;
use std::marker::PhantomData;

/// Writes a value into its slot, and says by the index that it is there.
///
/// # Safety
///
/// `write` is called once, and happens before every Acquire load that reads `next`.
pub unsafe trait Announce: Send + Sync + 'static {
    /// Calls `write` and stores `next`.
    fn announce(tail: &AtomicUsize, next: usize, write: impl FnOnce());
}

/// First the value, then the index, with Release.
#[derive(Debug)]
pub enum ValueFirst {}

// SAFETY: the Release comes after the write.
unsafe impl Announce for ValueFirst {
    // ANCHOR: announce
    fn announce(tail: &AtomicUsize, next: usize, write: impl FnOnce()) {
        write();
        // Release: hands the value to the consumer's load that reads this index with Acquire.
        tail.store(next, Release);
    }
    // ANCHOR_END: announce
}

/// Hands values over in the order in which they were pushed (Lamport, *Proving the Correctness of Multiprocess Programs*,
/// 1977, and *Specifying Concurrent Program Modules*, 1983).
///
/// [`SpscRing`](super::spsc_ring::SpscRing) is the same ring made quick.
///
/// # Consistency
///
/// Wait-free: no call waits for the other end. Whatever the producer has done before a push, the consumer sees after the
/// pop that takes the value. A push that is refused, or a pop that finds nothing, may have seen an older index.
pub struct LamportRing<T, A = ValueFirst> {
    // ANCHOR: state
    /// | slots from | to | hold | belong to |
    /// |---|---|---|---|
    /// | `head` | `tail` | a value | the consumer |
    /// | `tail` | `head` + capacity | nothing | the producer |
    ///
    /// An index is wrapped only to find its slot, so that a full ring does not look like an empty one.
    slots: Box<[UnsafeCell<Option<T>>]>,
    /// How many values were pushed; only the producer stores it.
    tail: AtomicUsize,
    /// How many values were popped; only the consumer stores it.
    head: AtomicUsize,
    // ANCHOR_END: state
    announce: PhantomData<A>,
}

// SAFETY: each slot is used by one end at a time, as the table of `slots` says, and `Announce` promises for the one change
// of hands what the Release of `head` does for the other. The value goes from thread to thread, hence `T: Send`.
unsafe impl<T: Send, A: Announce> Sync for LamportRing<T, A> {}

/// The end that pushes.
pub struct Pusher<T, A>(Arc<LamportRing<T, A>>);

/// The end that pops.
pub struct Popper<T, A>(Arc<LamportRing<T, A>>);

impl<T: Send + 'static, A: Announce> Ring<T> for LamportRing<T, A> {
    type Producer = Pusher<T, A>;
    type Consumer = Popper<T, A>;

    fn split(capacity: usize) -> (Pusher<T, A>, Popper<T, A>) {
        assert!(capacity > 0, "{NO_ROOM}");
        let slots = (0..capacity).map(|_| UnsafeCell::new(None).named("slot"));
        let ring = Arc::new(Self {
            slots: slots.collect(),
            tail: AtomicUsize::new(0),
            head: AtomicUsize::new(0),
            announce: PhantomData,
        });
        (Pusher(Arc::clone(&ring)), Popper(ring))
    }
}

impl<T: Send + 'static, A: Announce> Producer<T> for Pusher<T, A> {
    // ANCHOR: push
    fn try_push(&mut self, value: T) -> Result<(), T> {
        let ring = &*self.0;
        // Relaxed: nobody else stores it.
        let tail = ring.tail.load(Relaxed);
        // Acquire: sees that the consumer has emptied the slot before the Release that stored this index.
        if tail - ring.head.load(Acquire) == ring.slots.len() {
            return Err(value);
        }
        A::announce(&ring.tail, tail + 1, || {
            // SAFETY: the slot is empty, as `head` says, and the consumer does not touch it before it is announced.
            ring.slot(tail)
                .with_mut(|slot| unsafe { *slot = Some(value) });
        });
        Ok(())
    }
    // ANCHOR_END: push
}

impl<T: Send + 'static, A: Announce> Consumer<T> for Popper<T, A> {
    // ANCHOR: pop
    fn try_pop(&mut self) -> Option<T> {
        let ring = &*self.0;
        // Relaxed: nobody else stores it.
        let head = ring.head.load(Relaxed);
        // Acquire: sees the value that was written before the Release that stored this index.
        if head == ring.tail.load(Acquire) {
            return None;
        }
        // SAFETY: the slot holds a value, as `tail` says, and the producer does not touch it before it is given back.
        let value = ring.slot(head).with_mut(|slot| unsafe { (*slot).take() });
        // Release: gives the empty slot back to the producer's load that reads this index with Acquire.
        ring.head.store(head + 1, Release);
        Some(value.expect("a slot was read before it was written"))
    }
    // ANCHOR_END: pop
}

impl<T, A> LamportRing<T, A> {
    // ANCHOR: slot
    fn slot(&self, index: usize) -> &UnsafeCell<Option<T>> {
        &self.slots[index % self.slots.len()]
    }
    // ANCHOR_END: slot
}

impl<T, A> fmt::Debug for LamportRing<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LamportRing").finish_non_exhaustive()
    }
}

impl<T, A> fmt::Debug for Pusher<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pusher").field(&self.0).finish()
    }
}

impl<T, A> fmt::Debug for Popper<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Popper").field(&self.0).finish()
    }
}
