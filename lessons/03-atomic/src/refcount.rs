//! A reference count: Relaxed up, Release down, and an Acquire fence for the last one, who frees.

use super::shared_value::{Owners, Shared};
use super::world::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
    fence,
};

/// Owns a value together with its clones.
///
/// # Examples
///
/// ```
/// use atomic::machine::refcount::Counted;
///
/// let poster = Counted::new("row 7, seat 12");
/// let copy = poster.clone();
/// std::thread::spawn(move || assert_eq!(copy.len(), 14)).join().unwrap();
/// assert_eq!(*poster, "row 7, seat 12");
/// ```
pub type Counted<T> = Shared<RefCount, T>;

/// Counts owners as `Arc` does (Boehm, *Threads Cannot Be Implemented as a Library*, 2005, has why the last must wait).
#[derive(Debug)]
pub struct RefCount {
    /// How many owners there are, and never 0 while one of them can read it.
    owners: AtomicUsize,
}

/// Far more owners than memory holds, unless they are forgotten; far fewer than would wrap around.
const MOST: usize = usize::MAX / 2;

// SAFETY: the count comes to 0 once, since only an owner adds to it; all that the others did is before their Release, and
// the fence is after it.
unsafe impl Owners for RefCount {
    fn one() -> Self {
        Self {
            owners: AtomicUsize::new(1),
        }
    }

    // ANCHOR: join
    fn join(&self) {
        // Relaxed: publishes nothing. A new owner is made from one that is there, which keeps the count above 0 meanwhile.
        let before = self.owners.fetch_add(1, Relaxed);
        assert!(before < MOST, "too many owners");
    }
    // ANCHOR_END: join

    // ANCHOR: leave
    fn leave(&self) -> bool {
        // Release: hands all that this owner did with the value to the last one's Acquire fence.
        if self.owners.fetch_sub(1, Release) != 1 {
            return false;
        }
        // Acquire: sees all that was done before each owner's Release. Only the last one needs it, so only it pays.
        fence(Acquire);
        true
    }
    // ANCHOR_END: leave
}
