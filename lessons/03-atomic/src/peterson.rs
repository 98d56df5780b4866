//! Peterson's lock: two threads exclude each other by loads and stores alone, with a fence wherever a store must be seen
//! before a load.

use super::world::cell::UnsafeCell;
use super::world::hint;
use super::world::sync::Arc;
use super::world::sync::atomic::{
    AtomicBool, AtomicUsize,
    Ordering::{Acquire, Relaxed, Release, SeqCst},
    fence,
};
use std::ops::{Deref, DerefMut};

/// Guards a value for two parties (Peterson, *Myths About the Mutual Exclusion Problem*, 1981).
struct Peterson<T> {
    /// Whether each party is inside or wants to be; written by that party alone.
    wants: [AtomicBool; 2],
    /// Which party waits if both want to: the one that came last.
    waits: AtomicUsize,
    /// Reached only by a party that is inside.
    value: UnsafeCell<T>,
}

// SAFETY: the two parties take turns with the value: each has `&mut T` in its turn, hence `T: Send`. That they do is what
// the fences in `Party::lock` are for, and what one has written the other sees, with Acquire from Release.
unsafe impl<T: Send> Sync for Peterson<T> {}

/// One of the two who share the value; there is no third, and neither can be cloned.
pub struct Party<T> {
    shared: Arc<Peterson<T>>,
    me: usize,
}

/// Keeps the other party out, leads to the value, and leaves when dropped.
#[must_use = "the other party waits as long as the guard lives"]
pub struct Guard<'a, T>(&'a mut Party<T>);

/// Shares `value` between two parties.
pub fn share<T>(value: T) -> [Party<T>; 2] {
    let shared = Arc::new(Peterson {
        wants: [AtomicBool::new(false), AtomicBool::new(false)],
        waits: AtomicUsize::new(0),
        value: UnsafeCell::new(value),
    });
    [0, 1].map(|me| Party {
        shared: Arc::clone(&shared),
        me,
    })
}

impl<T> Party<T> {
    // ANCHOR: lock
    /// Waits until the other is out, and goes in.
    pub fn lock(&mut self) -> Guard<'_, T> {
        let Peterson { wants, waits, .. } = &*self.shared;
        let (me, other) = (self.me, 1 - self.me);
        // Relaxed, here and below: the fences order them.
        wants[me].store(true, Relaxed);
        // SeqCst, against the other's second fence: whoever came first at `waits` is seen to want to.
        fence(SeqCst);
        waits.store(me, Relaxed);
        // SeqCst, against the other's second fence: of the two, one comes first, and the other sees all stored before it.
        fence(SeqCst);
        // Acquire, of `wants`: once it reads the `false` of the other's leaving, it sees all written before that Release.
        // Acquire, of `waits`: the other may have left and come back; once this reads that the other waits, it sees all that
        // was written before the other's first fence.
        while wants[other].load(Acquire) && waits.load(Acquire) == me {
            hint::spin_loop();
        }
        Guard(self)
    }
    // ANCHOR_END: lock
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        // SAFETY: this party is inside, so the other does not reach the value.
        self.0.shared.value.with(|value| unsafe { &*value })
    }
}

impl<T> DerefMut for Guard<'_, T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and the guard is borrowed alone.
        self.0.shared.value.with_mut(|value| unsafe { &mut *value })
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        // Release: hands all that was written inside to the load that reads this `false` with Acquire.
        self.0.shared.wants[self.0.me].store(false, Release);
    }
}

impl<T> std::fmt::Debug for Party<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Party")
            .field("me", &self.me)
            .finish_non_exhaustive()
    }
}

impl<T> std::fmt::Debug for Guard<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Guard").finish_non_exhaustive()
    }
}
