//! A node that nobody else can reach yet, or any more.

use super::guard::Guard;
use super::node::Node;
use super::shared::Shared;
use crate::model::record::Source;
use std::fmt;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

/// Owns a node, as a `Box` does; stands for `crossbeam_epoch::Owned`.
pub struct Owned<T> {
    node: *mut Node<T>,
    /// Where it came to be. A drop has no place of its own, so its row shows this one.
    place: Source,
}

impl<T> Owned<T> {
    /// Puts a value on the heap.
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        // SAFETY: just made.
        unsafe { Self::of_node(Node::new(value)) }
    }

    /// Gives up the node to whoever can reach it.
    #[must_use]
    pub fn into_shared(self, _guard: &Guard) -> Shared<'_, T> {
        Shared::at(self.into_node())
    }

    pub(super) fn into_node(self) -> *mut Node<T> {
        ManuallyDrop::new(self).node
    }

    /// # Safety
    ///
    /// The node is from [`Node::new`] in this execution, and the caller's alone.
    #[track_caller]
    pub(super) unsafe fn of_node(node: *mut Node<T>) -> Self {
        let place = Location::caller();
        Self { node, place }
    }
}

impl<T> Deref for Owned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the node is this one's alone.
        let node = unsafe { &*self.node };
        node.value()
    }
}

impl<T> DerefMut for Owned<T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the node is this one's alone.
        let node = unsafe { &mut *self.node };
        node.value_mut()
    }
}

impl<T> Drop for Owned<T> {
    fn drop(&mut self) {
        // SAFETY: the node is of this execution, as `of_node` had it.
        unsafe { Node::destroy(self.node, self.place) }
    }
}

impl<T: fmt::Debug> fmt::Debug for Owned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
