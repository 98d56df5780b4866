//! A pointer to a node that others can reach too.

use super::node::Node;
use super::owned::Owned;
use crate::model::record;
use std::fmt;
use std::marker::PhantomData;
use std::ptr;

/// Points to a node, or to none, as long as a guard is held; stands for `crossbeam_epoch::Shared`.
pub struct Shared<'g, T> {
    node: *mut Node<T>,
    _pinned: PhantomData<&'g T>,
}

impl<'g, T> Shared<'g, T> {
    /// Points to no node.
    #[must_use]
    pub fn null() -> Self {
        Self::at(ptr::null_mut())
    }

    pub(super) fn at(node: *mut Node<T>) -> Self {
        Self {
            node,
            _pinned: PhantomData,
        }
    }

    /// Tells whether it points to no node.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.node.is_null()
    }

    /// Returns the pointer.
    #[must_use]
    pub fn as_raw(&self) -> *const T {
        self.node.cast_const().cast()
    }

    /// Reads the node; in the model none, while a failure unwinds.
    ///
    /// # Safety
    ///
    /// On the machine: the node was reached under a guard that is held still, by a load that sees what it was made with, and
    /// nobody writes it. The model finds out.
    #[must_use]
    #[track_caller]
    pub unsafe fn as_ref(&self) -> Option<&'g T> {
        let node = self.node().filter(|_| record::is_live())?;
        Some(node.read())
    }

    /// Takes the node out of everybody's reach.
    ///
    /// # Safety
    ///
    /// On the machine: nobody else reaches it, now or later. The model finds out.
    #[must_use]
    #[track_caller]
    pub unsafe fn into_owned(self) -> Owned<T> {
        // SAFETY: handed on to the caller.
        unsafe { Owned::of_node(self.node) }
    }

    /// Returns the node, whose memory is kept as long as the execution lasts.
    pub(super) fn node(&self) -> Option<&'g Node<T>> {
        // SAFETY: null, or from a `Node::new` of this execution.
        unsafe { self.node.as_ref() }
    }

    pub(super) fn raw(&self) -> *mut Node<T> {
        self.node
    }
}

impl<T> From<*const T> for Shared<'_, T> {
    /// Points where [`Shared::as_raw`] has pointed.
    fn from(value: *const T) -> Self {
        Self::at(value.cast_mut().cast())
    }
}

impl<T> Clone for Shared<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<'_, T> {}

impl<T> PartialEq for Shared<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl<T> Eq for Shared<'_, T> {}

impl<T> fmt::Debug for Shared<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.node, f)
    }
}
