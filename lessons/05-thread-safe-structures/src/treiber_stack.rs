//! A stack without a lock: exchange the top if it is still the one you saw, and free a node when nobody can read it.

use super::stack::Stack;
use super::world::epoch::{self, Atomic, Guard, Owned, Shared};
use super::world::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::fmt;
use std::mem::ManuallyDrop;
use std::ptr;

/// Holds values, last in, first out (Treiber, *Systems Programming: Coping with Parallelism*, 1986).
///
/// A popped node is freed by epochs (Fraser, *Practical Lock-Freedom*, 2004): not before every thread that may have seen it
/// on top has let go of its guard. Until then its memory is not used again either, so a top that is the one seen before is
/// the same node: there is no ABA.
///
/// # Consistency
///
/// Linearizable: a push or a pop takes effect at its exchange, a pop of an empty stack at its load. A thread goes round
/// again only if another has got on meanwhile (lock-free).
///
/// # Examples
///
/// ```
/// use thread_safe_structures::machine::stack::Stack;
/// use thread_safe_structures::machine::treiber_stack::TreiberStack;
///
/// let stack = TreiberStack::empty();
/// stack.push("row 7");
/// stack.push("row 8");
/// assert_eq!((stack.pop(), stack.pop(), stack.pop()), (Some("row 8"), Some("row 7"), None));
/// ```
pub struct TreiberStack<T> {
    /// The node that was pushed last and not popped; each node points to the one below it.
    top: Atomic<Node<T>>,
}

struct Node<T> {
    /// Taken out by whoever pops the node, and not dropped with it.
    value: ManuallyDrop<T>,
    /// Written before the node is published, and never again.
    below: *const Node<T>,
}

// SAFETY: each value goes in by one thread and out by one, which may be another, hence `T: Send`. No two threads share a
// `&T`: a thread that reads a node takes its value only once it has taken the node.
unsafe impl<T: Send> Send for TreiberStack<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for TreiberStack<T> {}

impl<T> TreiberStack<T> {
    // ANCHOR: pop
    fn pop_under(&self, guard: &Guard) -> Option<T> {
        loop {
            // Acquire: sees the node as it was before the Release exchange that put it on top.
            let top = self.top.load(Acquire, guard);
            // SAFETY: on top under this guard, so it is freed after it; and nobody writes a node that is published.
            let node = unsafe { top.as_ref() }?;
            let below = Shared::from(node.below);
            // Relaxed: a pop publishes nothing, and what is below was published by its own push.
            let popped = self
                .top
                .compare_exchange(top, below, Relaxed, Relaxed, guard);
            if popped.is_ok() {
                // SAFETY: this thread alone has exchanged this node for the one below, so it alone takes the value.
                let value = unsafe { ptr::read(&*node.value) };
                // SAFETY: it is not on top any more, so whoever pins from now on does not reach it, and it is retired once.
                unsafe { guard.defer_destroy(top) };
                return Some(value);
            }
        }
    }
    // ANCHOR_END: pop
}

impl<T: Send + 'static> Stack<T> for TreiberStack<T> {
    fn empty() -> Self {
        Self {
            top: Atomic::null(),
        }
    }

    // ANCHOR: push
    fn push(&self, value: T) {
        let guard = epoch::pin();
        let mut node = Owned::new(Node {
            value: ManuallyDrop::new(value),
            below: ptr::null(),
        });
        loop {
            // Relaxed: the node below is pointed to and not read.
            let top = self.top.load(Relaxed, &guard);
            node.below = top.as_raw();
            // Release: hands the node to the Acquire load of whoever pops it.
            match self
                .top
                .compare_exchange(top, node, Release, Relaxed, &guard)
            {
                Ok(_) => return,
                Err(refused) => node = refused.new,
            }
        }
    }
    // ANCHOR_END: push

    fn pop(&self) -> Option<T> {
        self.pop_under(&epoch::pin())
    }
}

impl<T> Drop for TreiberStack<T> {
    fn drop(&mut self) {
        // SAFETY: `&mut self`: nobody else reaches the nodes.
        let guard = unsafe { epoch::unprotected() };
        while self.pop_under(guard).is_some() {}
    }
}

impl<T> fmt::Debug for TreiberStack<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TreiberStack").finish_non_exhaustive()
    }
}
