//! Stands for `std::sync::RwLock`.

use super::hold::{Hold, Lock};
use super::{LockResult, PoisonError, TryLockError, TryLockResult};
use crate::model::naming::Named;
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;

mod guard;

pub use guard::{RwLockReadGuard, RwLockWriteGuard};

use guard::{Reading, Writing};

/// Stands for `std::sync::RwLock`; it is never poisoned, and lets a reader in though a writer waits.
pub struct RwLock<T: ?Sized> {
    lock: Lock<loom::sync::RwLock<()>>,
    /// Reached only through a guard.
    data: UnsafeCell<T>,
}

// SAFETY: readers share the value (`T: Sync`), and a writer, which is alone, may move it out (`T: Send`).
// Only the execution that made the lock, which runs on one OS thread, makes guards of it.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
// SAFETY: the lock owns its value.
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}

/// The operations after which a thread reads along with others.
const READS: [&str; 2] = ["read", "try_read"];

impl<T> RwLock<T> {
    /// Creates a lock that nobody holds.
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self {
            lock: Lock::new("rwlock", || loom::sync::RwLock::new(())),
            data: UnsafeCell::new(value),
        }
    }

    /// Returns the value and ends the lock.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the lock is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        Ok(self.data.into_inner())
    }
}

impl<T: ?Sized> RwLock<T> {
    /// Waits until no thread writes and shares the lock.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the lock is poisoned.
    ///
    /// # Panics
    ///
    /// Panics if this thread reads already, where `std`'s may panic or wait for ever.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        self.refuse_second_read();
        let hold = self.lock.take(READS[0], &READS, |lock| {
            lock.read().unwrap_or_else(PoisonError::into_inner)
        });
        Ok(self.reading(hold))
    }

    /// Waits until no thread holds the lock and takes it alone.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let hold = self.lock.take("write", &[], |lock| {
            lock.write().unwrap_or_else(PoisonError::into_inner)
        });
        Ok(self.writing(hold))
    }

    /// Shares the lock if no thread writes.
    ///
    /// # Errors
    ///
    /// Returns [`TryLockError::WouldBlock`] if a thread writes.
    ///
    /// # Panics
    ///
    /// Panics if this thread reads already.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        self.refuse_second_read();
        let hold = self.lock.attempt(READS[1], |lock| lock.try_read().ok());
        hold.map_or(Err(TryLockError::WouldBlock), |hold| Ok(self.reading(hold)))
    }

    /// Takes the lock alone if no thread holds it.
    ///
    /// # Errors
    ///
    /// Returns [`TryLockError::WouldBlock`] if a thread holds it.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let hold = self.lock.attempt("try_write", |lock| lock.try_write().ok());
        hold.map_or(Err(TryLockError::WouldBlock), |hold| Ok(self.writing(hold)))
    }

    /// Returns the value; no lock is needed, since nobody else can reach it.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the lock is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(self.data.get_mut())
    }

    /// loom would count the thread once and let a writer in when the first of its guards goes.
    #[track_caller]
    fn refuse_second_read(&self) {
        let reads =
            !std::thread::panicking() && self.lock.held().is_some_and(|by| READS.contains(&by));
        assert!(
            !reads,
            "this thread reads the lock already: if a writer waits in between, `std`'s lock may wait for ever"
        );
    }

    fn reading<'a>(&'a self, hold: Hold<'a, Reading<'a>>) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard {
            lock: self,
            _hold: hold,
            _like: PhantomData,
        }
    }

    fn writing<'a>(&'a self, hold: Hold<'a, Writing<'a>>) -> RwLockWriteGuard<'a, T> {
        RwLockWriteGuard {
            lock: self,
            _hold: hold,
            _like: PhantomData,
        }
    }
}

impl<T> Named for RwLock<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.lock.rename(name);
        self
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RwLock").finish_non_exhaustive()
    }
}
