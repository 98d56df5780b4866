//! A lock that sleeps: one word says whether to wait, and whether anybody must be woken.

use super::guarded::{Guarded, RawLock};
use super::patience::Patience;
use super::world::futex;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};

/// Guards a value by [`Futex`].
pub type FutexLock<T> = Guarded<Futex, T>;

/// Parks those who wait, and makes no system call where nobody does
/// (the third mutex of Drepper, *Futexes Are Tricky*, 2011; `std`'s own on Linux is of this kind).
///
/// It is not fair: a thread that comes by while the one that was woken gets up may go first.
#[derive(Debug)]
pub struct Futex {
    // ANCHOR: state
    /// | value | means | unlocking |
    /// |---|---|---|
    /// | [`FREE`] | free | |
    /// | [`HELD`] | held, and nobody sleeps | wakes nobody |
    /// | [`AWAITED`] | held, and somebody may sleep | wakes one |
    ///
    /// Nobody falls asleep on another value than [`AWAITED`], and whoever has slept takes the lock as [`AWAITED`]:
    /// others may sleep still, and this thread cannot know.
    state: AtomicU32,
    // ANCHOR_END: state
}

const FREE: u32 = 0;
const HELD: u32 = 1;
const AWAITED: u32 = 2;

// SAFETY: the state leaves `FREE` by an indivisible step, which one thread makes; it reads what the unlock before wrote,
// with Acquire from Release.
unsafe impl RawLock for Futex {
    fn unlocked() -> Self {
        Self {
            state: AtomicU32::new(FREE),
        }
    }

    // ANCHOR: lock
    #[inline]
    fn lock(&self) {
        if !self.take(HELD) {
            self.wait();
        }
    }

    #[inline]
    unsafe fn unlock(&self) {
        // Release: hands all that was written under the lock to the step that takes it from `FREE` with Acquire.
        if self.state.swap(FREE, Release) == AWAITED {
            futex::wake_one(&self.state);
        }
    }
    // ANCHOR_END: lock
}

impl Futex {
    /// Takes the lock if it is free, as [`HELD`] or [`AWAITED`].
    fn take(&self, held: u32) -> bool {
        // Acquire: from `FREE` it sees all that was written before the Release that freed the lock.
        // Relaxed where it fails: the value is not used, and nothing is entered.
        self.state
            .compare_exchange(FREE, held, Acquire, Relaxed)
            .is_ok()
    }

    // ANCHOR: wait
    #[cold]
    fn wait(&self) {
        if self.spin(HELD) {
            return;
        }
        // Acquire: as in `take`.
        while self.state.swap(AWAITED, Acquire) != FREE {
            // If the holder unlocks first, the state is not `AWAITED` any more, and this does not sleep.
            futex::wait(&self.state, AWAITED);
            if self.spin(AWAITED) {
                return;
            }
        }
    }
    // ANCHOR_END: wait

    /// Tries again for a moment; returns whether it holds the lock.
    fn spin(&self, held: u32) -> bool {
        let mut patience = Patience::default();
        while patience.lasts() {
            // Relaxed: a hint that it is worth while to try.
            if self.state.load(Relaxed) == FREE && self.take(held) {
                return true;
            }
        }
        false
    }
}
