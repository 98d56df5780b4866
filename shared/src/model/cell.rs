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
        let object = Object::new("cell");
        Self {
            value: std::cell::UnsafeCell::new(value),
            watched: record::is_live().then(|| loom::cell::UnsafeCell::new(())),
            object,
        }
    }

    /// Returns the value and ends the cell.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    /// Calls `read` with a pointer to read through, valid as long as the cell is; the model watches until `read` returns.
    ///
    /// # Panics
    ///
    /// Ends the execution as a data race if a write by another thread is not ordered against this access.
    #[track_caller]
    pub fn with<R>(&self, read: impl FnOnce(*const T) -> R) -> R {
        let access = self.begin("read", |watched| watched.with(|_| ()));
        let result = read(self.value.get());
        self.end(access);
        result
    }

    /// Calls `write` with a pointer to write through, valid as long as the cell is; the model watches until `write` returns.
    ///
    /// # Panics
    ///
    /// Ends the execution as a data race if any access by another thread is not ordered against this one.
    #[track_caller]
    pub fn with_mut<R>(&self, write: impl FnOnce(*mut T) -> R) -> R {
        let access = self.begin("write", |watched| watched.with_mut(|_| ()));
        let result = write(self.value.get());
        self.end(access);
        result
    }

    #[track_caller]
    fn begin(
        &self,
        operation: &'static str,
        ask: fn(&loom::cell::UnsafeCell<()>),
    ) -> Option<Access<'_>> {
        let watched = self.watched.as_ref().filter(|_| record::is_live())?;
        self.object.step(operation, None, Effect::Touch, || {
            (ask(watched), Effect::Touch)
        });
        let steps = record::steps_taken();
        Some(Access {
            watched,
            operation,
            ask,
            steps,
        })
    }

    /// An access lasts until its closure returns: if the thread operated in it, others ran meanwhile, and may have raced.
    #[track_caller]
    fn end(&self, access: Option<Access<'_>>) {
        if let Some(Access {
            watched,
            operation,
            ask,
            steps,
        }) = access
            && steps != record::steps_taken()
        {
            record::quiet_step(Some(self.object), operation, || ask(watched));
        }
    }
}

/// An access under way.
struct Access<'a> {
    watched: &'a loom::cell::UnsafeCell<()>,
    operation: &'static str,
    ask: fn(&loom::cell::UnsafeCell<()>),
    /// How many steps the execution had taken when it began.
    steps: usize,
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
