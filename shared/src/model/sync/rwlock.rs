//! Stands for `std::sync::RwLock`.

use super::{LockResult, TryLockError, TryLockResult};
use crate::model::naming::Named;
use crate::model::record::{self, Object};
use crate::timeline::Effect;
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Stands for `std::sync::RwLock`; it is never poisoned.
pub struct RwLock<T: ?Sized> {
    /// The lock in the checker; `None` if it was created while a failure unwinds.
    native: Option<loom::sync::RwLock<()>>,
    object: Object,
    /// Reached only through a guard.
    data: UnsafeCell<T>,
}

// SAFETY: readers share the value (`T: Sync`), and a writer, which is alone, may move it out (`T: Send`).
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
// SAFETY: the lock owns its value.
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}

/// Stands for `std::sync::RwLockReadGuard`: lets go when dropped.
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    native: Option<loom::sync::RwLockReadGuard<'a, ()>>,
    _not_send: PhantomData<*const ()>,
}

/// Stands for `std::sync::RwLockWriteGuard`: lets go when dropped.
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    native: Option<loom::sync::RwLockWriteGuard<'a, ()>>,
    _not_send: PhantomData<*const ()>,
}

impl<T> RwLock<T> {
    /// Creates a lock that nobody holds.
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        let native = record::is_live().then(|| loom::sync::RwLock::new(()));
        Self {
            native,
            object: Object::new("rwlock"),
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
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let Some(native) = self.live() else {
            return Ok(RwLockReadGuard {
                lock: self,
                native: None,
                _not_send: PhantomData,
            });
        };
        let native = self.object.step("read", None, Effect::Acquire, || {
            (
                native
                    .read()
                    .unwrap_or_else(|poisoned| poisoned.into_inner()),
                Effect::Acquire,
            )
        });
        Ok(RwLockReadGuard {
            lock: self,
            native: Some(native),
            _not_send: PhantomData,
        })
    }

    /// Waits until no thread holds the lock and takes it alone.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let Some(native) = self.live() else {
            return Ok(RwLockWriteGuard {
                lock: self,
                native: None,
                _not_send: PhantomData,
            });
        };
        let native = self.object.step("write", None, Effect::Acquire, || {
            (
                native
                    .write()
                    .unwrap_or_else(|poisoned| poisoned.into_inner()),
                Effect::Acquire,
            )
        });
        Ok(RwLockWriteGuard {
            lock: self,
            native: Some(native),
            _not_send: PhantomData,
        })
    }

    /// Shares the lock if no thread writes.
    ///
    /// # Errors
    ///
    /// Returns [`TryLockError::WouldBlock`] if a thread writes.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let Some(native) = self.live() else {
            return Err(TryLockError::WouldBlock);
        };
        self.object.step("try_read", None, Effect::Touch, || {
            match native.try_read() {
                Ok(native) => (
                    Ok(RwLockReadGuard {
                        lock: self,
                        native: Some(native),
                        _not_send: PhantomData,
                    }),
                    Effect::Acquire,
                ),
                Err(_) => (Err(TryLockError::WouldBlock), Effect::Touch),
            }
        })
    }

    /// Takes the lock alone if no thread holds it.
    ///
    /// # Errors
    ///
    /// Returns [`TryLockError::WouldBlock`] if a thread holds it.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let Some(native) = self.live() else {
            return Err(TryLockError::WouldBlock);
        };
        self.object.step("try_write", None, Effect::Touch, || {
            match native.try_write() {
                Ok(native) => (
                    Ok(RwLockWriteGuard {
                        lock: self,
                        native: Some(native),
                        _not_send: PhantomData,
                    }),
                    Effect::Acquire,
                ),
                Err(_) => (Err(TryLockError::WouldBlock), Effect::Touch),
            }
        })
    }

    /// Returns the value; no lock is needed, since nobody else can reach it.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the lock is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(self.data.get_mut())
    }

    fn live(&self) -> Option<&loom::sync::RwLock<()>> {
        self.native.as_ref().filter(|_| record::is_live())
    }

    /// Lets go of the checker's guard, or of nothing while a failure unwinds, when the guard would ask for the checker.
    #[track_caller]
    fn release<G>(&self, native: Option<G>) {
        match native {
            Some(native) if record::is_live() => {
                drop(native);
                self.object.note("unlock", Effect::Release);
            }
            dead => std::mem::forget(dead),
        }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this guard shares the lock, so no thread has a unique reference to the value.
        unsafe { &*self.lock.data.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this guard holds the lock alone, so no other thread has a reference to the value.
        unsafe { &*self.lock.data.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this guard holds the lock alone and is borrowed alone, so this is the one reference to the value.
        unsafe { &mut *self.lock.data.get() }
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    #[track_caller]
    fn drop(&mut self) {
        self.lock.release(self.native.take());
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    #[track_caller]
    fn drop(&mut self) {
        self.lock.release(self.native.take());
    }
}

impl<T> Named for RwLock<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.object.rename(name);
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

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
