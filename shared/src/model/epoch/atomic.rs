//! A pointer that several threads load and exchange.

use super::guard::Guard;
use super::node::Node;
use super::owned::Owned;
use super::shared::Shared;
use crate::model::naming::Named;
use crate::model::sync::atomic::{AtomicPtr, Ordering};
use std::fmt;
use std::ptr;

/// Holds a pointer to a node, or to none; stands for `crossbeam_epoch::Atomic`.
pub struct Atomic<T> {
    node: AtomicPtr<Node<T>>,
}

// SAFETY: whoever has one can share the value and, once it is out of the others' reach, own it.
unsafe impl<T: Send + Sync> Send for Atomic<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for Atomic<T> {}

/// What can be stored in an [`Atomic`]: an [`Owned`] or a [`Shared`].
pub trait Pointer<T>: Sized {
    /// Gives up the node.
    #[doc(hidden)]
    fn into_raw(self) -> Raw<T>;

    /// Takes back what was given up.
    #[doc(hidden)]
    #[track_caller]
    fn back(raw: Raw<T>) -> Self;
}

/// A pointer on its way in or out; made in this module alone.
#[doc(hidden)]
pub struct Raw<T>(*mut Node<T>);

/// Tells why an exchange was refused, and gives back what was to be stored.
pub struct CompareExchangeError<'g, T, P> {
    /// What was found.
    pub current: Shared<'g, T>,
    /// What was to be stored.
    pub new: P,
}

impl<T> Atomic<T> {
    /// Points to no node.
    #[must_use]
    #[track_caller]
    pub fn null() -> Self {
        let node = AtomicPtr::new(ptr::null_mut());
        Self { node }
    }

    /// Loads the pointer.
    #[track_caller]
    pub fn load<'g>(&self, order: Ordering, _guard: &'g Guard) -> Shared<'g, T> {
        Shared::at(self.node.load(order))
    }

    /// Stores `new` if the pointer is `current`; returns it as shared.
    ///
    /// # Errors
    ///
    /// Returns what was found if it is not `current`, and `new`.
    #[track_caller]
    pub fn compare_exchange<'g, P: Pointer<T>>(
        &self,
        current: Shared<'_, T>,
        new: P,
        success: Ordering,
        failure: Ordering,
        _guard: &'g Guard,
    ) -> Result<Shared<'g, T>, CompareExchangeError<'g, T, P>> {
        let Raw(new) = new.into_raw();
        let exchanged = self
            .node
            .compare_exchange(current.raw(), new, success, failure);
        match exchanged {
            Ok(_) => Ok(Shared::at(new)),
            Err(found) => Err(CompareExchangeError {
                current: Shared::at(found),
                new: P::back(Raw(new)),
            }),
        }
    }
}

impl<T> Pointer<T> for Owned<T> {
    fn into_raw(self) -> Raw<T> {
        Raw(self.into_node())
    }

    fn back(Raw(node): Raw<T>) -> Self {
        // SAFETY: `into_raw` has just given it up, and it was not stored.
        unsafe { Self::of_node(node) }
    }
}

impl<T> Pointer<T> for Shared<'_, T> {
    fn into_raw(self) -> Raw<T> {
        Raw(self.raw())
    }

    fn back(Raw(node): Raw<T>) -> Self {
        Self::at(node)
    }
}

impl<T> Named for Atomic<T> {
    #[track_caller]
    fn named(self, name: &'static str) -> Self {
        let node = self.node.named(name);
        Self { node }
    }
}

impl<T> fmt::Debug for Atomic<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Atomic").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Raw<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Raw").finish_non_exhaustive()
    }
}

impl<T, P: fmt::Debug> fmt::Debug for CompareExchangeError<'_, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CompareExchangeError")
            .field("current", &self.current)
            .field("new", &self.new)
            .finish()
    }
}
