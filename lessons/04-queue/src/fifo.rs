//! First in, first out, and nobody waits: a queue that is full refuses, and one that is empty has nothing to give.

/// Promises to hand out each value once, in the order in which it took them, and to hold no more than its capacity.
pub trait Fifo<T>: Send + Sync + 'static {
    /// Creates an empty queue with room for this many values.
    ///
    /// # Panics
    ///
    /// Panics if that is none: nothing could ever be handed over.
    fn bounded(capacity: usize) -> Self;

    /// Adds a value at the end.
    ///
    /// # Errors
    ///
    /// Gives the value back if there is no room for it, or the queue is closed.
    fn try_push(&self, value: T) -> Result<(), T>;

    /// Takes the value at the front, if there is one.
    fn try_pop(&self) -> Option<T>;
}

/// What a queue says that was asked for no room at all.
pub(super) const NO_ROOM: &str = "a queue has room for one value at least";
