//! One slot of the ring: a value, and a word that says whose turn it is.

use super::super::world::Named;
use super::super::world::cell::UnsafeCell;
use super::super::world::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};
use super::MARK;
use std::mem::MaybeUninit;

/// Holds a value, or waits for one.
pub struct Slot<T> {
    // ANCHOR: turn
    /// | value | the slot is | changed by |
    /// |---|---|---|
    /// | a position | empty, and waits for the push at this position | the thread that has claimed the push |
    /// | a position + [`MARK`] | full, and waits for the pop at this position | the thread that has claimed the pop |
    ///
    /// A pop leaves the position one lap later. A turn never goes back.
    turn: AtomicUsize,
    // ANCHOR_END: turn
    value: UnsafeCell<MaybeUninit<T>>,
}

impl<T> Slot<T> {
    pub fn waiting_for(position: usize) -> Self {
        Self {
            turn: AtomicUsize::new(position),
            value: UnsafeCell::new(MaybeUninit::uninit()).named("value"),
        }
    }

    /// Returns how far the turn is ahead of the one that is awaited; less than 0 if that is still to come. Turns wrap around.
    #[inline]
    pub fn ahead_of(&self, awaited: usize) -> isize {
        // Acquire: sees what was done with the slot before the Release that stored this turn.
        let turn = self.turn.load(Acquire);
        turn.wrapping_sub(awaited).cast_signed()
    }

    /// Puts a value in, and passes the slot on. The caller has claimed the push, and it is its turn.
    #[inline]
    pub fn fill(&self, next: usize, value: T) {
        // SAFETY: the slot is empty, and until the turn changes nobody else touches it.
        self.value
            .with_mut(|slot| unsafe { slot.cast::<T>().write(value) });
        // Release: hands the value to the pop that reads this turn with Acquire.
        self.turn.store(next, Release);
    }

    /// Takes the value out, and passes the slot on. The caller has claimed the pop, and it is its turn.
    #[inline]
    pub fn empty(&self, next: usize) -> T {
        // SAFETY: the slot holds a value, and until the turn changes nobody else touches it.
        let value = self.value.with(|slot| unsafe { slot.cast::<T>().read() });
        // Release: hands the empty slot to the push that reads this turn with Acquire.
        self.turn.store(next, Release);
        value
    }
}

impl<T> Drop for Slot<T> {
    fn drop(&mut self) {
        // Relaxed: whoever drops the queue has seen the end of all that used it.
        if self.turn.load(Relaxed) & MARK != 0 {
            // SAFETY: the slot holds a value, which nobody will pop any more.
            self.value
                .with_mut(|slot| unsafe { slot.cast::<T>().drop_in_place() });
        }
    }
}
