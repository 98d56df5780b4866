//! A stack that frees a node as soon as it has popped it: another thread may be about to read what is below.
//!
//! What comes of it is a use after free, so it is mounted on the machine only where a detector watches.

use super::stack::Stack;
use super::world::epoch::{self, Atomic, Guard, Owned, Shared};
use super::world::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::fmt;
use std::mem::ManuallyDrop;
use std::ptr;

/// Pins, and does not wait for those who are pinned.
pub struct FreedTooEarly<T> {
    top: Atomic<Node<T>>,
}

struct Node<T> {
    value: ManuallyDrop<T>,
    below: *const Node<T>,
}

// SAFETY: none. That a node is freed under the eyes of another thread is what this file is about.
unsafe impl<T: Send> Send for FreedTooEarly<T> {}
// SAFETY: none, as above.
unsafe impl<T: Send> Sync for FreedTooEarly<T> {}

impl<T> FreedTooEarly<T> {
    // ANCHOR: pop
    fn pop_under(&self, guard: &Guard) -> Option<T> {
        loop {
            let top = self.top.load(Acquire, guard);
            // SAFETY: none. It may be freed by now.
            let node = unsafe { top.as_ref() }?;
            let below = Shared::from(node.below);
            let popped = self
                .top
                .compare_exchange(top, below, Relaxed, Relaxed, guard);
            if popped.is_ok() {
                // SAFETY: this thread alone has popped the node.
                let value = unsafe { ptr::read(&*node.value) };
                // SAFETY: none. Another thread may have loaded the same top, and be about to read it.
                drop(unsafe { top.into_owned() });
                return Some(value);
            }
        }
    }
    // ANCHOR_END: pop
}

impl<T: Send + 'static> Stack<T> for FreedTooEarly<T> {
    fn empty() -> Self {
        Self {
            top: Atomic::null(),
        }
    }

    fn push(&self, value: T) {
        let guard = epoch::pin();
        let mut node = Owned::new(Node {
            value: ManuallyDrop::new(value),
            below: ptr::null(),
        });
        loop {
            let top = self.top.load(Relaxed, &guard);
            node.below = top.as_raw();
            match self
                .top
                .compare_exchange(top, node, Release, Relaxed, &guard)
            {
                Ok(_) => return,
                Err(refused) => node = refused.new,
            }
        }
    }

    fn pop(&self) -> Option<T> {
        self.pop_under(&epoch::pin())
    }
}

impl<T> Drop for FreedTooEarly<T> {
    fn drop(&mut self) {
        // SAFETY: `&mut self`: nobody else reaches the nodes.
        let guard = unsafe { epoch::unprotected() };
        while self.pop_under(guard).is_some() {}
    }
}

impl<T> fmt::Debug for FreedTooEarly<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreedTooEarly").finish_non_exhaustive()
    }
}
