//! Sleeping until a word changes: the one thing a lock cannot do by itself.
//!
//! On Linux these are the `futex` system call (Franke, Russell and Kirkwood, *Fuss, Futexes and Furwocks*, 2002).
//! Elsewhere they keep a table of sleepers and park them by `std`, which is slower and does the same.
//! (Windows and macOS have calls of their own; nothing here needs their speed.)
//!
//! # Examples
//!
//! ```
//! use shared::machine::{futex, sync::Arc, sync::atomic::{AtomicU32, Ordering::Relaxed}, thread};
//!
//! let open = Arc::new(AtomicU32::new(0));
//! let porter = thread::spawn({
//!     let open = Arc::clone(&open);
//!     move || {
//!         open.store(1, Relaxed);
//!         futex::wake_all(&open);
//!     }
//! });
//! while open.load(Relaxed) == 0 {
//!     futex::wait(&open, 0);
//! }
//! porter.join().unwrap();
//! ```

use std::sync::atomic::AtomicU32;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(any(test, not(target_os = "linux")))]
mod table;

#[cfg(target_os = "linux")]
use linux as native;
#[cfg(not(target_os = "linux"))]
use table as native;

/// Sleeps if `word` holds `expected`, until woken; looking and falling asleep are one step.
///
/// It may also return for no reason: look again. It orders nothing: what the waker did before is seen through `word`.
pub fn wait(word: &AtomicU32, expected: u32) {
    native::wait(word, expected);
}

/// Wakes one of the threads that sleep on `word`, if there is one.
pub fn wake_one(word: &AtomicU32) {
    native::wake(word, 1);
}

/// Wakes all threads that sleep on `word`.
pub fn wake_all(word: &AtomicU32) {
    native::wake(word, i32::MAX);
}
