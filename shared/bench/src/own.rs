//! What belongs to one thread of several, and waits for it to come.

use std::sync::{Mutex, PoisonError};

/// Holds a thing until its thread takes it.
///
/// # Examples
///
/// ```
/// use bench::Own;
///
/// let own = Own::new("a key");
/// assert_eq!(std::thread::scope(|scope| scope.spawn(|| own.take()).join().unwrap()), "a key");
/// ```
#[derive(Debug)]
pub struct Own<E>(Mutex<Option<E>>);

impl<E> Own<E> {
    /// Holds `thing`.
    #[must_use]
    pub const fn new(thing: E) -> Self {
        Self(Mutex::new(Some(thing)))
    }

    /// Hands it over.
    ///
    /// # Panics
    ///
    /// Panics if it was taken before.
    pub fn take(&self) -> E {
        let thing = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        thing.expect("a thread comes once")
    }
}
