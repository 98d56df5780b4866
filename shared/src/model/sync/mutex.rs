//! Stands for `std::sync::Mutex`.

use super::hold::{Hold, Lock};
use super::{LockResult, PoisonError, TryLockError, TryLockResult};
use crate::model::naming::Named;
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Stands for `std::sync::Mutex`; it is never poisoned.
pub struct Mutex<T: ?Sized> {
    lock: Lock<loom::sync::Mutex<()>>,
    /// Reached only through a guard.
    data: UnsafeCell<T>,
}

// SAFETY: a guard, which alone reaches `data`, exists once at a time, so threads take turns with the value: `T: Send`.
// Only the execution that made the mutex, which runs on one OS thread, makes guards of it.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
// SAFETY: the mutex owns its value.
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}

/// Stands for `std::sync::MutexGuard`: unlocks when dropped.
pub struct MutexGuard<'a, T: ?Sized> {
    mutex: &'a Mutex<T>,
    hold: Hold<'a, loom::sync::MutexGuard<'a, ()>>,
    /// Stays in the thread that locked, and is shared with others where `std`'s is.
    _like: PhantomData<std::sync::MutexGuard<'a, T>>,
}

impl<T> Mutex<T> {
    /// Creates an unlocked mutex.
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self {
            lock: Lock::new("mutex", || loom::sync::Mutex::new(())),
            data: UnsafeCell::new(value),
        }
    }

    /// Returns the value and ends the mutex.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the mutex is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        Ok(self.data.into_inner())
    }
}

impl<T: ?Sized> Mutex<T> {
    /// Waits until no other thread holds the lock and takes it.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the mutex is poisoned.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        Ok(self.guard(self.take()))
    }

    /// Takes the lock if no thread holds it.
    ///
    /// # Errors
    ///
    /// Returns [`TryLockError::WouldBlock`] if a thread holds it.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let hold = self.lock.attempt("try_lock", |lock| lock.try_lock().ok());
        hold.map_or(Err(TryLockError::WouldBlock), |hold| Ok(self.guard(hold)))
    }

    /// Returns the value; no lock is needed, since nobody else can reach it.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the mutex is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(self.data.get_mut())
    }

    #[track_caller]
    fn take(&self) -> Hold<'_, loom::sync::MutexGuard<'_, ()>> {
        self.lock.take("lock", &[], |lock| {
            lock.lock().unwrap_or_else(PoisonError::into_inner)
        })
    }

    fn guard<'a>(&'a self, hold: Hold<'a, loom::sync::MutexGuard<'a, ()>>) -> MutexGuard<'a, T> {
        MutexGuard {
            mutex: self,
            hold,
            _like: PhantomData,
        }
    }
}

impl<T: ?Sized> MutexGuard<'_, T> {
    /// Unlocks and keeps the guard for [`MutexGuard::lock_again`]; until then its owner must not reach the value.
    #[track_caller]
    pub(super) fn unlock(&mut self) {
        self.hold.give_back();
    }

    #[track_caller]
    pub(super) fn lock_again(&mut self) {
        self.hold = self.mutex.take();
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this guard holds the lock, so no other thread has a reference to the value.
        unsafe { &*self.mutex.data.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this guard holds the lock and is borrowed alone, so this is the one reference to the value.
        unsafe { &mut *self.mutex.data.get() }
    }
}

impl<T> Named for Mutex<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.lock.rename(name);
        self
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mutex").finish_non_exhaustive()
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
