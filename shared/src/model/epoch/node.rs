//! A node: a value on the heap, whose memory is kept after its value is dropped.

use super::domain;
use super::state::State;
use crate::model::record::{self, Source};
use std::mem::ManuallyDrop;
use std::panic::Location;

/// Holds a value; first in memory, so that a pointer to the value is one to the node.
#[repr(C)]
pub struct Node<T> {
    value: ManuallyDrop<T>,
    state: State,
}

/// A retired node, whatever its value.
pub struct Body {
    node: *mut (),
    place: Source,
    destroy: unsafe fn(*mut (), Source),
}

/// The memory of a destroyed node, whatever its value was.
pub struct Grave {
    node: *mut (),
    free: unsafe fn(*mut ()),
}

impl<T> Node<T> {
    /// Puts a value on the heap.
    #[track_caller]
    pub fn new(value: T) -> *mut Self {
        let place = Box::<Self>::new_uninit();
        let state = if record::is_live() {
            State::at(place.as_ptr().addr())
        } else {
            State::hidden()
        };
        let value = ManuallyDrop::new(value);
        Box::into_raw(Box::write(place, Self { value, state }))
    }

    /// Reads the value.
    #[track_caller]
    pub fn read(&self) -> &T {
        self.state.read_at(Location::caller());
        &self.value
    }

    /// Returns the value to its only owner, which is no operation.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Returns the value to its only owner, which is no operation.
    pub fn value_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// Has the node destroyed once nobody is pinned who is now.
    ///
    /// # Safety
    ///
    /// `node` is from [`Node::new`] in this execution.
    pub unsafe fn retire(node: *mut Self, place: Source) {
        let body = Body {
            node: node.cast(),
            place,
            destroy: destroy::<T>,
        };
        // SAFETY: its memory is kept as long as the execution lasts.
        let state = unsafe { &(*node).state };
        state.retire_at(place, body);
    }

    /// Drops the value, and keeps the memory for whoever reads it yet.
    ///
    /// # Safety
    ///
    /// `node` is from [`Node::new`] in this execution.
    pub unsafe fn destroy(node: *mut Self, place: Source) {
        // SAFETY: its memory is kept as long as the execution lasts.
        let state = unsafe { &(*node).state };
        if !state.end_at(place) {
            return;
        }
        // SAFETY: as above; whoever reads the value from now on is stopped.
        let value = unsafe { &mut (*node).value };
        // SAFETY: `end_at` has returned true, which it does once.
        unsafe { ManuallyDrop::drop(value) };
        if record::is_live() {
            let (node, free) = (node.cast(), free::<T> as unsafe fn(*mut ()));
            domain::bury(Grave { node, free });
        }
    }
}

impl Body {
    /// Destroys the node, after all that those did who were pinned.
    pub fn destroy(self) {
        domain::see_unpinned();
        // SAFETY: the node is retired once, so this is the one who destroys it.
        unsafe { (self.destroy)(self.node, self.place) }
    }
}

/// # Safety
///
/// `node` is a `Node<T>` of this execution.
unsafe fn destroy<T>(node: *mut (), place: Source) {
    // SAFETY: handed on to the caller.
    unsafe { Node::<T>::destroy(node.cast(), place) }
}

/// # Safety
///
/// `node` is a `Node<T>` from a `Box`, whose value is dropped, and nobody reads it any more.
unsafe fn free<T>(node: *mut ()) {
    // SAFETY: handed on to the caller; the value is in a `ManuallyDrop` and not dropped again.
    drop(unsafe { Box::from_raw(node.cast::<Node<T>>()) });
}

impl Drop for Grave {
    fn drop(&mut self) {
        // SAFETY: made of a node that was destroyed, in an execution that is over.
        unsafe { (self.free)(self.node) }
    }
}
