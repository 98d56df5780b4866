//! A value alone on its cache lines, so that two fields never travel between cores together.

use std::ops::{Deref, DerefMut};

/// Keeps a value on a 128-byte line of its own.
///
/// 128 and not 64: Apple's cores have lines of 128 bytes, and Intel's fetch lines of 64 in pairs.
///
/// In a litmus test it keeps trials apart: of fields packed together, one access brings the next
/// trials' fields along. What that does is up to the machine. Store buffering showed (0, 0) thirty
/// times less often packed than padded on a Zen 5, and ten times more often on a Rocket Lake.
///
/// # Examples
///
/// ```
/// use shared::trial::Padded;
/// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
///
/// let x = Padded(AtomicU32::new(0));
/// x.store(1, Relaxed);
/// assert_eq!(size_of_val(&x), 128);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(align(128))]
pub struct Padded<T>(pub T);

impl<T> Deref for Padded<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Padded<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
