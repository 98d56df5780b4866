//! Stands for `std::sync::Mutex`.

use super::{LockResult, TryLockError, TryLockResult};
use crate::model::naming::Named;
use crate::model::record::{self, Object};
use crate::timeline::Effect;
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Stands for `std::sync::Mutex`; it is never poisoned.
pub struct Mutex<T: ?Sized> {
    /// The lock in the checker; `None` if it was created while a failure unwinds.
    native: Option<loom::sync::Mutex<()>>,
    object: Object,
    /// Reached only through a guard.
    data: UnsafeCell<T>,
}

// SAFETY: a guard, which alone reaches `data`, exists once at a time, so threads take turns with the value: `T: Send`.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
// SAFETY: the mutex owns its value.
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}

/// Stands for `std::sync::MutexGuard`: unlocks when dropped.
pub struct MutexGuard<'a, T: ?Sized> {
    mutex: &'a Mutex<T>,
    /// The guard in the checker; `None` while a condition variable has it, and while a failure unwinds.
    native: Option<loom::sync::MutexGuard<'a, ()>>,
    /// A guard stays in the thread that locked.
    _not_send: PhantomData<*const ()>,
}

impl<T> Mutex<T> {
    /// Creates an unlocked mutex.
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        let native = record::is_live().then(|| loom::sync::Mutex::new(()));
        Self {
            native,
            object: Object::new("mutex"),
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
        Ok(MutexGuard {
            mutex: self,
            native: self.acquire("lock"),
            _not_send: PhantomData,
        })
    }

    /// Takes the lock if no thread holds it.
    ///
    /// # Errors
    ///
    /// Returns [`TryLockError::WouldBlock`] if a thread holds it.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let Some(native) = self.native.as_ref().filter(|_| record::is_live()) else {
            return Err(TryLockError::WouldBlock);
        };
        self.object.step("try_lock", None, Effect::Touch, || {
            match native.try_lock() {
                Ok(native) => {
                    let guard = MutexGuard {
                        mutex: self,
                        native: Some(native),
                        _not_send: PhantomData,
                    };
                    (Ok(guard), Effect::Acquire)
                }
                Err(_) => (Err(TryLockError::WouldBlock), Effect::Touch),
            }
        })
    }

    /// Returns the value; no lock is needed, since nobody else can reach it.
    ///
    /// # Errors
    ///
    /// Never fails; `std`'s does where the mutex is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(self.data.get_mut())
    }

    /// Takes the lock in the checker.
    ///
    /// While a failure unwinds nothing is taken: every other thread of the execution has run for the last time,
    /// so no two threads reach the value.
    #[track_caller]
    fn acquire(&self, operation: &'static str) -> Option<loom::sync::MutexGuard<'_, ()>> {
        let native = self.native.as_ref().filter(|_| record::is_live())?;
        Some(self.object.step(operation, None, Effect::Acquire, || {
            let guard = native
                .lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner());
            (guard, Effect::Acquire)
        }))
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// Unlocks and keeps the guard for [`MutexGuard::lock_again`].
    #[track_caller]
    pub(super) fn unlock(&mut self) {
        if let Some(native) = self.native.take() {
            if record::is_live() {
                drop(native);
                self.mutex.object.note("unlock", Effect::Release);
            } else {
                // The checker is gone, and its guard would ask for it.
                std::mem::forget(native);
            }
        }
    }

    #[track_caller]
    pub(super) fn lock_again(&mut self) {
        self.native = self.mutex.acquire("lock");
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

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    #[track_caller]
    fn drop(&mut self) {
        self.unlock();
    }
}

impl<T> Named for Mutex<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.object.rename(name);
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
