//! A queue with two ends that two threads own: the types see to it that one thread pushes and one pops.

/// Splits a queue into the end that pushes and the end that pops.
pub trait Ring<T> {
    /// Pushes.
    type Producer: Producer<T>;
    /// Pops.
    type Consumer: Consumer<T>;

    /// Creates an empty queue with room for this many values.
    ///
    /// # Panics
    ///
    /// Panics if that is none: nothing could ever be handed over.
    fn split(capacity: usize) -> (Self::Producer, Self::Consumer);
}

/// Pushes, from one thread at a time: `&mut self`, and no `Clone`.
pub trait Producer<T>: Send + 'static {
    /// Adds a value at the end.
    ///
    /// # Errors
    ///
    /// Gives the value back if there is no room.
    fn try_push(&mut self, value: T) -> Result<(), T>;
}

/// Pops, from one thread at a time: `&mut self`, and no `Clone`.
pub trait Consumer<T>: Send + 'static {
    /// Takes the value at the front, if there is one.
    fn try_pop(&mut self) -> Option<T>;
}
