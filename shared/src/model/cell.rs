//! Stands for `std::cell::UnsafeCell`, with accesses that the checker can see.

use super::naming::Named;
use super::record::{self, Object};
use crate::timeline::Effect;
use std::fmt;

/// Holds plain memory; the checker reports two accesses, one of them a write, that nothing orders.
///
/// # Examples
///
/// ```
/// use shared::model::{self, Mode, cell::UnsafeCell};
///
/// model::check(Mode::Weak, || {
///     let cell = UnsafeCell::new(1);
///     // SAFETY: the cell is not shared.
///     cell.with_mut(|value| unsafe { *value += 1 });
///     // SAFETY: as above.
///     assert_eq!(cell.with(|value| unsafe { *value }), 2);
/// })
/// .unwrap();
/// ```
pub struct UnsafeCell<T> {
    value: std::cell::UnsafeCell<T>,
    /// What the checker watches in place of the value; `None` if it was created while a failure unwinds.
    watched: Option<loom::cell::UnsafeCell<()>>,
    object: Object,
}

impl<T> UnsafeCell<T> {
    /// Creates a cell that holds `value`.
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        let watched = record::is_live().then(|| loom::cell::UnsafeCell::new(()));
        Self {
            value: std::cell::UnsafeCell::new(value),
            watched,
            object: Object::new("cell"),
        }
    }

    /// Returns the value and ends the cell.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    /// Calls `read` with a pointer to read through, valid until it returns.
    ///
    /// # Panics
    ///
    /// Ends the execution as a data race if a write by another thread is not ordered against this access.
    #[track_caller]
    pub fn with<R>(&self, read: impl FnOnce(*const T) -> R) -> R {
        self.access("read", |watched| watched.with(|_| ()));
        read(self.value.get())
    }

    /// Calls `write` with a pointer to write through, valid until it returns.
    ///
    /// # Panics
    ///
    /// Ends the execution as a data race if any access by another thread is not ordered against this one.
    #[track_caller]
    pub fn with_mut<R>(&self, write: impl FnOnce(*mut T) -> R) -> R {
        self.access("write", |watched| watched.with_mut(|_| ()));
        write(self.value.get())
    }

    #[track_caller]
    fn access(&self, operation: &'static str, ask: impl FnOnce(&loom::cell::UnsafeCell<()>)) {
        if let Some(watched) = self.watched.as_ref().filter(|_| record::is_live()) {
            self.object.step(operation, None, Effect::Touch, || {
                (ask(watched), Effect::Touch)
            });
        }
    }
}

impl<T> Named for UnsafeCell<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        self.object.rename(name);
        self
    }
}

impl<T: Default> Default for UnsafeCell<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for UnsafeCell<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> fmt::Debug for UnsafeCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsafeCell").finish_non_exhaustive()
    }
}
