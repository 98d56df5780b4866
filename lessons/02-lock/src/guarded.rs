//! A value behind a lock, and the guard that is the only way to it: what all locks of this lesson have in common.
//!
//! The `unsafe` of the lesson is here. A lock itself ([`RawLock`]) is one state word and the rules for changing it.

use super::counter::Counter;
use super::world::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Takes turns, and guards nothing by itself.
///
/// # Safety
///
/// Between two calls of `lock` that return there is a call of `unlock`, and what comes before the `unlock` happens before
/// what comes after the second `lock`.
pub unsafe trait RawLock: Send + Sync + 'static {
    /// Starts unlocked.
    fn unlocked() -> Self;

    /// Waits until no other thread holds the lock, and takes it.
    fn lock(&self);

    /// Gives the lock back.
    ///
    /// # Safety
    ///
    /// The caller holds the lock: it has called `lock` and not `unlock` since.
    unsafe fn unlock(&self);
}

/// Guards a value by a lock.
///
/// It is not poisoned: if a thread panics in its critical section, the guard unlocks, and the next thread finds the value
/// as it was left. See [`poisoning`](crate::poisoning).
///
/// # Consistency
///
/// Critical sections happen one after the other, and each sees all that the ones before have written.
pub struct Guarded<L, T> {
    lock: L,
    /// Reached only through a [`Guard`], which holds the lock.
    value: UnsafeCell<T>,
}

// SAFETY: two threads that share this take turns with the value, as `RawLock` promises: each has `&mut T` in its turn and
// may move the value out, hence `T: Send`. They never share a `&T`, so `T: Sync` is not asked for.
unsafe impl<L: RawLock, T: Send> Sync for Guarded<L, T> {}

/// Holds the lock, leads to the value, and unlocks when dropped.
///
/// A guard is shared between threads only where the value may be:
///
/// ```compile_fail,E0277
/// use lock::machine::spin::SpinLock;
/// use std::cell::Cell;
///
/// let lock = SpinLock::new(Cell::new(0));
/// let guard = lock.lock();
/// std::thread::scope(|scope| {
///     scope.spawn(|| guard.set(1)); // `Cell<i32>` cannot be shared between threads safely
/// });
/// ```
#[must_use = "the lock is held as long as the guard lives"]
pub struct Guard<'a, L: RawLock, T> {
    guarded: &'a Guarded<L, T>,
    /// Sent and shared as an exclusive reference is; a `&Guarded` alone would be shared too freely.
    _value: PhantomData<&'a mut T>,
}

impl<L: RawLock, T> Guarded<L, T> {
    /// Guards `value` by a lock that is free.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            lock: L::unlocked(),
            value: UnsafeCell::new(value),
        }
    }

    /// Waits for the lock; the critical section ends when the guard is dropped.
    pub fn lock(&self) -> Guard<'_, L, T> {
        self.lock.lock();
        Guard {
            guarded: self,
            _value: PhantomData,
        }
    }

    /// Returns the value and ends the lock.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<L: RawLock, T> Deref for Guard<'_, L, T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        // SAFETY: this guard holds the lock, so nobody else reaches the value, and it is borrowed as long as the reference.
        self.guarded.value.with(|value| unsafe { &*value })
    }
}

impl<L: RawLock, T> DerefMut for Guard<'_, L, T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and it is borrowed alone.
        self.guarded.value.with_mut(|value| unsafe { &mut *value })
    }
}

impl<L: RawLock, T> Drop for Guard<'_, L, T> {
    fn drop(&mut self) {
        // SAFETY: `Guarded::lock` took the lock for this guard, which is dropped once.
        unsafe { self.guarded.lock.unlock() }
    }
}

/// A number under a lock is a counter.
impl<L: RawLock> Counter for Guarded<L, usize> {
    fn zero() -> Self {
        Self::new(0)
    }

    fn increment(&self) {
        *self.lock() += 1;
    }

    fn get(&self) -> usize {
        *self.lock()
    }
}

impl<L, T> fmt::Debug for Guarded<L, T> {
    /// Leaves the value out: to show it would take the lock.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guarded").finish_non_exhaustive()
    }
}

impl<L: RawLock, T: fmt::Debug> fmt::Debug for Guard<'_, L, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
