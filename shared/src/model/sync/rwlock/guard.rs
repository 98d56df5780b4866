//! The two guards of a read–write lock.

use super::RwLock;
use crate::model::sync::hold::Hold;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// The checker's guard of a reader.
pub type Reading<'a> = loom::sync::RwLockReadGuard<'a, ()>;

/// The checker's guard of a writer.
pub type Writing<'a> = loom::sync::RwLockWriteGuard<'a, ()>;

/// Stands for `std::sync::RwLockReadGuard`: lets go when dropped.
pub struct RwLockReadGuard<'a, T: ?Sized> {
    pub(super) lock: &'a RwLock<T>,
    pub(super) _hold: Hold<'a, Reading<'a>>,
    /// Stays in the thread that locked, and is shared with others where `std`'s is.
    pub(super) _like: PhantomData<std::sync::RwLockReadGuard<'a, T>>,
}

/// Stands for `std::sync::RwLockWriteGuard`: lets go when dropped.
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    pub(super) lock: &'a RwLock<T>,
    pub(super) _hold: Hold<'a, Writing<'a>>,
    /// Stays in the thread that locked, and is shared with others where `std`'s is.
    pub(super) _like: PhantomData<std::sync::RwLockWriteGuard<'a, T>>,
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

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
