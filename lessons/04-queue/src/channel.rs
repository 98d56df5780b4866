//! First in, first out, and whoever comes too early waits: for room, for a value, or until the queue is closed.

/// Promises to hand out each value that it took in, once, also after it was closed.
pub trait Channel<T>: Send + Sync + 'static {
    /// Creates an empty queue with room for this many values.
    ///
    /// # Panics
    ///
    /// Panics if that is none: nothing could ever be handed over.
    fn bounded(capacity: usize) -> Self;

    /// Adds a value at the end, as soon as there is room: a producer that is too fast waits here (**back-pressure**).
    ///
    /// # Errors
    ///
    /// Gives the value back once the queue is closed.
    fn push(&self, value: T) -> Result<(), T>;

    /// Takes the value at the front, as soon as there is one; `None` once the queue is closed and drained.
    fn pop(&self) -> Option<T>;

    /// Takes in nothing more. What is in the queue can still be popped.
    fn close(&self);
}
