//! A ring for many producers and many consumers: each slot says whose turn it is, so that only neighbours meet.

use super::backoff::Backoff;
use super::fifo::{Fifo, NO_ROOM};
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::trial::Padded;
use std::fmt;

mod slot;

use slot::Slot;

/// Holds values between any number of threads, without a lock (Vyukov, *Bounded MPMC Queue*, 2010).
///
/// A thread first claims a position, by a compare-exchange on `tail` or `head`; then it alone uses the slot, and passes it
/// on by the slot's own word. Two things are not Vyukov's: a position counts by 2, so that its lowest bit can say "full" of
/// a slot and "closed" of the tail; and a thread whose slot is not ready asks whether the queue is empty, or full.
///
/// # Consistency
///
/// Linearizable, which Vyukov's is not: there a pop finds the queue empty while the push at its front is under way, though
/// a later push has ended. Here it waits for that push, and so is not lock-free: a thread that is held up between its claim
/// and its slot holds up whoever needs this slot next.
/// Memory is ordered value by value: a pop sees what the producer did before the push. A call that finds the queue empty,
/// or full, has seen the calls that happen before it, and need not have seen others.
///
/// # Examples
///
/// ```
/// use queue::machine::mpmc_queue::{MpmcQueue, PopError, PushError};
///
/// let seats = MpmcQueue::new(2);
/// assert_eq!([seats.try_push(7), seats.try_push(8)], [Ok(()); 2]);
/// assert_eq!(seats.try_push(9), Err(PushError::Full(9)));
/// seats.close();
/// assert_eq!(seats.try_push(9), Err(PushError::Closed(9)));
/// assert_eq!([seats.try_pop(), seats.try_pop()], [Ok(7), Ok(8)]);
/// assert_eq!(seats.try_pop(), Err(PopError::Closed));
/// ```
pub struct MpmcQueue<T> {
    /// A power of two of them: the capacity.
    slots: Box<[Slot<T>]>,
    // Relaxed throughout, both of them: a position is a number, which is claimed by an exchange that finds out whether it is
    // old. What belongs to it is handed over by the slot.
    /// The position of the next push; with [`MARK`], the queue is closed and this never changes again.
    tail: Padded<AtomicUsize>,
    /// The position of the next pop.
    head: Padded<AtomicUsize>,
}

/// From one position to the next.
const STEP: usize = 2;
/// What is between two positions: "full" in a slot's turn, "closed" in the tail.
const MARK: usize = 1;

/// Why a value was not pushed; it is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PushError<T> {
    /// There is no room.
    Full(T),
    /// The queue is closed.
    Closed(T),
}

/// Why no value was popped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PopError {
    /// There is none.
    Empty,
    /// There is none, and there will be none.
    Closed,
}

// SAFETY: a position is claimed by one thread, which alone uses the slot until it passes it on, with Release, to the thread
// that reads its turn with Acquire. A value goes from thread to thread, hence `T: Send`; a `&T` is never shared.
unsafe impl<T: Send> Sync for MpmcQueue<T> {}

impl<T> MpmcQueue<T> {
    /// Creates an empty queue; its capacity is rounded up to a power of two.
    ///
    /// # Panics
    ///
    /// Panics if the capacity is 0.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "{NO_ROOM}");
        let positions = (0..capacity.next_power_of_two()).map(|index| index * STEP);
        Self {
            slots: positions.map(Slot::waiting_for).collect(),
            tail: Padded(AtomicUsize::new(0)),
            head: Padded(AtomicUsize::new(0)),
        }
    }

    /// Returns how many values there is room for.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.slots.len()
    }

    // ANCHOR: push
    /// Adds a value at the end.
    ///
    /// # Errors
    ///
    /// Gives the value back if there is no room, or the queue is closed.
    #[inline]
    pub fn try_push(&self, mut value: T) -> Result<(), PushError<T>> {
        let mut backoff = Backoff::default();
        loop {
            let tail;
            (value, tail) = match self.push_if_ready(value, &mut backoff) {
                Ok(()) => return Ok(()),
                Err(refused) => refused,
            };
            if is_closed(tail) {
                return Err(PushError::Closed(value));
            }
            if self.is_full_at(tail) {
                return Err(PushError::Full(value));
            }
            // The pop of a lap ago is under way.
            backoff.wait();
        }
    }

    /// Adds a value at the end, or gives it back, with the tail: the slot there is not free yet, or the queue is closed.
    #[inline]
    pub(super) fn push_if_ready(&self, value: T, backoff: &mut Backoff) -> Result<(), (T, usize)> {
        loop {
            let tail = self.tail.load(Relaxed);
            let slot = self.slot(tail);
            match slot.ahead_of(tail) {
                0 if claim(&self.tail, tail) => {
                    slot.fill(tail + MARK, value);
                    return Ok(());
                }
                ..0 => return Err((value, tail)),
                0.. => backoff.lost_race(),
            }
        }
    }
    // ANCHOR_END: push

    // ANCHOR: pop
    /// Takes the value at the front.
    ///
    /// # Errors
    ///
    /// Fails if there is none, and says whether there can still be one.
    #[inline]
    pub fn try_pop(&self) -> Result<T, PopError> {
        let mut backoff = Backoff::default();
        loop {
            let head = match self.pop_if_ready(&mut backoff) {
                Ok(value) => return Ok(value),
                Err(head) => head,
            };
            match self.none_at(head) {
                Some(why) => return Err(why),
                // The push at this position is under way.
                None => backoff.wait(),
            }
        }
    }

    /// Takes the value at the front, or returns the head: the slot there holds no value yet.
    #[inline]
    pub(super) fn pop_if_ready(&self, backoff: &mut Backoff) -> Result<T, usize> {
        loop {
            let head = self.head.load(Relaxed);
            let slot = self.slot(head);
            match slot.ahead_of(head + MARK) {
                0 if claim(&self.head, head) => {
                    return Ok(slot.empty(head.wrapping_add(self.lap())));
                }
                ..0 => return Err(head),
                0.. => backoff.lost_race(),
            }
        }
    }
    // ANCHOR_END: pop

    /// Takes in nothing more. What is in the queue can still be popped.
    ///
    /// A push that has claimed its position comes before; any other finds the tail changed.
    pub fn close(&self) {
        self.tail.fetch_or(MARK, Relaxed);
    }

    /// Returns whether the slot of the next push is free, and looks at nothing else that pops change.
    pub(super) fn may_push(&self) -> bool {
        let tail = self.tail.load(Relaxed);
        self.slot(tail).ahead_of(tail) >= 0
    }

    /// Returns whether the slot of the next pop holds a value, and looks at nothing else that pushes change.
    pub(super) fn may_pop(&self) -> bool {
        let head = self.head.load(Relaxed);
        self.slot(head).ahead_of(head + MARK) >= 0
    }

    /// Returns why there is no value at this head; `None` if the push there is under way.
    pub(super) fn none_at(&self, head: usize) -> Option<PopError> {
        match self.tail.load(Relaxed) {
            tail if tail == head => Some(PopError::Empty),
            tail if tail == head + MARK => Some(PopError::Closed),
            _ => None,
        }
    }

    /// Returns whether a pop would have to wait for a push: the queue is open and empty.
    pub(super) fn awaits_push(&self) -> bool {
        self.tail.load(Relaxed) == self.head.load(Relaxed)
    }

    /// Returns whether a push would have to wait for a pop: the queue is open and full.
    pub(super) fn awaits_pop(&self) -> bool {
        self.is_full_at(self.tail.load(Relaxed))
    }

    /// Returns whether there is no room at this tail; if not, and its slot is not free, the pop of a lap ago is under way.
    pub(super) fn is_full_at(&self, tail: usize) -> bool {
        self.head.load(Relaxed).wrapping_add(self.lap()) == tail
    }

    #[inline]
    fn slot(&self, position: usize) -> &Slot<T> {
        &self.slots[(position / STEP) & (self.slots.len() - 1)]
    }

    #[inline]
    fn lap(&self) -> usize {
        self.slots.len() * STEP
    }
}

/// Returns whether a tail says that nothing more is taken in.
pub(super) fn is_closed(tail: usize) -> bool {
    tail & MARK != 0
}

/// Moves `end` on by one position, unless another thread was faster.
#[inline]
fn claim(end: &AtomicUsize, position: usize) -> bool {
    let next = position.wrapping_add(STEP);
    end.compare_exchange_weak(position, next, Relaxed, Relaxed)
        .is_ok()
}

impl<T: Send + 'static> Fifo<T> for MpmcQueue<T> {
    fn bounded(capacity: usize) -> Self {
        Self::new(capacity)
    }

    #[inline]
    fn try_push(&self, value: T) -> Result<(), T> {
        self.try_push(value).map_err(|refused| match refused {
            PushError::Full(value) | PushError::Closed(value) => value,
        })
    }

    #[inline]
    fn try_pop(&self) -> Option<T> {
        self.try_pop().ok()
    }
}

impl<T> fmt::Debug for MpmcQueue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MpmcQueue")
            .field("capacity", &self.capacity())
            .finish_non_exhaustive()
    }
}
