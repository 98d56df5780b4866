//! A value behind a read–write lock, and its two guards: one shows the value to many, the other lends it to one.

use super::counter::Counter;
use super::read_write::ReadWrite;
use super::world::cell::UnsafeCell;
use std::fmt;
use std::ops::{Deref, DerefMut};

/// Guards a value by a read–write lock. It is not poisoned, as [`Guarded`](super::guarded::Guarded) is not.
///
/// # Consistency
///
/// Writers' sections happen one after the other, each reader's section wholly between two of them, and each section sees
/// all that the writers before have written.
///
/// It is shared between threads only where its value may be, since two readers share that:
///
/// ```compile_fail,E0277
/// use lock::machine::read_write::ReadWriteLock;
/// use std::cell::Cell;
///
/// let lock = ReadWriteLock::new(Cell::new(0));
/// std::thread::scope(|scope| {
///     scope.spawn(|| lock.read().set(1)); // `Cell<i32>` cannot be shared between threads safely
/// });
/// ```
pub struct GuardedReads<T> {
    lock: ReadWrite,
    /// Reached only through a guard: shared by those that read, or alone by the one that writes.
    value: UnsafeCell<T>,
}

// SAFETY: two threads that share this may both read, and then share a `&T`, hence `T: Sync`; or one writes, has `&mut T`
// and may move the value out, hence `T: Send`.
unsafe impl<T: Send + Sync> Sync for GuardedReads<T> {}

/// Reads the value, beside others that read, until dropped.
#[must_use = "the lock is held as long as the guard lives"]
pub struct ReadGuard<'a, T> {
    guarded: &'a GuardedReads<T>,
}

/// Has the value alone, until dropped.
#[must_use = "the lock is held as long as the guard lives"]
pub struct WriteGuard<'a, T> {
    guarded: &'a GuardedReads<T>,
}

impl<T> GuardedReads<T> {
    /// Guards `value` by a lock that is free.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            lock: ReadWrite::unlocked(),
            value: UnsafeCell::new(value),
        }
    }

    /// Waits until nobody writes or waits to; others may read at the same time.
    ///
    /// No more than 32,766 read at once: whoever comes then waits until all have left.
    pub fn read(&self) -> ReadGuard<'_, T> {
        self.lock.read();
        ReadGuard { guarded: self }
    }

    /// Reads, if nobody writes or waits to.
    pub fn try_read(&self) -> Option<ReadGuard<'_, T>> {
        let read = self.lock.try_read();
        read.is_ok().then(|| ReadGuard { guarded: self })
    }

    /// Waits until nobody else reads or writes. No more than 32,767 threads may wait to write.
    pub fn write(&self) -> WriteGuard<'_, T> {
        self.lock.write();
        WriteGuard { guarded: self }
    }

    /// Returns the value and ends the lock.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T> Deref for ReadGuard<'_, T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        // SAFETY: this guard reads, so nobody writes, and the value is borrowed as long as the reference.
        self.guarded.value.with(|value| unsafe { &*value })
    }
}

impl<T> Deref for WriteGuard<'_, T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        // SAFETY: this guard writes, so nobody else reads or writes, and the value is borrowed as long as the reference.
        self.guarded.value.with(|value| unsafe { &*value })
    }
}

impl<T> DerefMut for WriteGuard<'_, T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and it is borrowed alone.
        self.guarded.value.with_mut(|value| unsafe { &mut *value })
    }
}

impl<T> Drop for ReadGuard<'_, T> {
    fn drop(&mut self) {
        // SAFETY: this guard was made when the lock was had for reading, and is dropped once.
        unsafe { self.guarded.lock.unlock_read() }
    }
}

impl<T> Drop for WriteGuard<'_, T> {
    fn drop(&mut self) {
        // SAFETY: this guard was made when the lock was had for writing, and is dropped once.
        unsafe { self.guarded.lock.unlock_write() }
    }
}

/// A number under a lock is a counter.
impl Counter for GuardedReads<usize> {
    fn zero() -> Self {
        Self::new(0)
    }

    fn increment(&self) {
        *self.write() += 1;
    }

    fn get(&self) -> usize {
        *self.read()
    }
}

impl<T> fmt::Debug for GuardedReads<T> {
    /// Leaves the value out: to show it would take the lock.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GuardedReads").finish_non_exhaustive()
    }
}

impl<T: fmt::Debug> fmt::Debug for ReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: fmt::Debug> fmt::Debug for WriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
