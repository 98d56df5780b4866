//! What a stack promises that several threads share.

/// Promises each pushed value to one pop, the last first.
pub trait Stack<T>: Send + Sync + 'static {
    /// Begins with no value.
    fn empty() -> Self;

    /// Puts a value on top.
    fn push(&self, value: T);

    /// Takes the value on top, if there is one.
    fn pop(&self) -> Option<T>;
}
