//! A value with several owners, freed by the last: what both reference counts of this lesson have in common.
//!
//! The `unsafe` of the count is here. A count itself ([`Owners`]) is one number and the rules for changing it.

use super::world::cell::UnsafeCell;
use std::ops::Deref;
use std::ptr::NonNull;

/// Counts owners, and frees nothing by itself.
///
/// # Safety
///
/// `leave` returns true once, to the last owner; what the others did before they left happens before it returns.
pub unsafe trait Owners: Send + Sync + 'static {
    /// Starts with one owner.
    fn one() -> Self;

    /// Counts one more owner; the caller is one already.
    fn join(&self);

    /// Counts one owner less; returns whether it was the last.
    fn leave(&self) -> bool;
}

/// Owns a value together with its clones, as `std::sync::Arc` does.
pub struct Shared<O: Owners, T>(NonNull<Owned<O, T>>);

struct Owned<O, T> {
    owners: O,
    value: UnsafeCell<T>,
}

// SAFETY: owners in two threads share a `&T`, hence `T: Sync`; the last, which may be in any thread, drops the value, hence
// `T: Send`.
unsafe impl<O: Owners, T: Send + Sync> Send for Shared<O, T> {}
// SAFETY: as above, since a shared owner can be cloned.
unsafe impl<O: Owners, T: Send + Sync> Sync for Shared<O, T> {}

impl<O: Owners, T> Shared<O, T> {
    /// Makes the first owner.
    #[must_use]
    pub fn new(value: T) -> Self {
        let (owners, value) = (O::one(), UnsafeCell::new(value));
        Self(NonNull::from(Box::leak(Box::new(Owned { owners, value }))))
    }

    fn owned(&self) -> &Owned<O, T> {
        // SAFETY: it is freed by the last owner when dropped, and this is an owner and not dropped yet.
        unsafe { self.0.as_ref() }
    }
}

impl<O: Owners, T> Clone for Shared<O, T> {
    fn clone(&self) -> Self {
        self.owned().owners.join();
        Self(self.0)
    }
}

impl<O: Owners, T> Deref for Shared<O, T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        // SAFETY: nobody writes the value as long as there is an owner.
        self.owned().value.with(|value| unsafe { &*value })
    }
}

impl<O: Owners, T> Drop for Shared<O, T> {
    fn drop(&mut self) {
        if self.owned().owners.leave() {
            // Asks for the value as whoever is about to write it does, so that the model sees who may be reading still.
            self.owned().value.with_mut(|_| ());
            // SAFETY: made by `Box` in `new`, and `leave` has returned true, which it does once, after all other owners
            // have done what they did.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

impl<O: Owners, T> std::fmt::Debug for Shared<O, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}
