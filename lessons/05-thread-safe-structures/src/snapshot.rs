//! Copy on write: whoever changes the value makes a new one, and whoever reads keeps the one they have.

use super::hall::Hall;
use super::world::sync::{Arc, Mutex, MutexGuard};
use std::collections::BTreeSet;
use std::mem;

/// Holds a value that is replaced as a whole, never changed in place.
///
/// A read costs the copy of a pointer, a change the copy of the whole value: for what is read often and changed seldom.
///
/// # Consistency
///
/// What [`load`](Self::load) returns is the value of one moment, and stays so as long as it is kept. Changes are made one
/// after the other, and none is lost.
///
/// # Examples
///
/// ```
/// use thread_safe_structures::machine::snapshot::Snapshot;
///
/// let prices = Snapshot::new(vec![10, 20]);
/// let before = prices.load();
/// prices.update(|prices| prices.push(30));
/// assert_eq!((before.len(), prices.load().len()), (2, 3));
/// ```
#[derive(Debug)]
pub struct Snapshot<T> {
    /// Locked for as long as a change takes, so that no change is made to an old value.
    writing: Mutex<()>,
    /// Locked for as long as it takes to copy or replace the pointer: a reader never waits for a change to be worked out.
    current: Mutex<Arc<T>>,
}

impl<T> Snapshot<T> {
    /// Begins with `value`.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            writing: Mutex::new(()),
            current: Mutex::new(Arc::new(value)),
        }
    }

    /// Returns the value as it is now.
    // ANCHOR: load
    pub fn load(&self) -> Arc<T> {
        Arc::clone(&self.current())
    }
    // ANCHOR_END: load

    /// Changes a copy, and puts it in the place of the value.
    ///
    /// # Panics
    ///
    /// Panics if an earlier `change` has; the value is then as it was before that one.
    // ANCHOR: update
    pub fn update(&self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let _writing = self.writing.lock().expect("no change has panicked");
        let mut next = T::clone(&self.load());
        change(&mut next);
        let before = mem::replace(&mut *self.current(), Arc::new(next));
        // Freed here if nobody reads it, and not under the lock that readers wait for.
        drop(before);
    }
    // ANCHOR_END: update

    fn current(&self) -> MutexGuard<'_, Arc<T>> {
        self.current
            .lock()
            .expect("to copy a pointer does not panic")
    }
}

impl Hall for Snapshot<BTreeSet<u32>> {
    fn with_a_visitor_in(seat: u32) -> Self {
        Self::new(BTreeSet::from([seat]))
    }

    fn sit(&self, seat: u32) {
        self.update(|taken| {
            taken.insert(seat);
        });
    }

    fn rise(&self, seat: u32) {
        self.update(|taken| {
            taken.remove(&seat);
        });
    }

    fn taken(&self) -> usize {
        self.load().len()
    }
}
