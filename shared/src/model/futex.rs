//! Stands for what `std` builds its own locks on: sleeping until a word changes.
//!
//! A thread that nobody wakes is a deadlock, so a lost wakeup is found.
//! Unlike on the machine, whoever is woken sees what the waker had done, and nobody wakes for no reason.

use super::sync::atomic::AtomicU32;
use super::wait::Queue;

/// Sleeps if `word` holds `expected`, until woken; looking and falling asleep are one step.
///
/// # Examples
///
/// ```
/// use shared::model::{self, Mode, futex, sync::atomic::{AtomicU32, Ordering::Relaxed}, thread};
/// use std::sync::Arc;
///
/// model::check(Mode::Weak, || {
///     let open = Arc::new(AtomicU32::new(0));
///     let porter = thread::spawn({
///         let open = Arc::clone(&open);
///         move || {
///             open.store(1, Relaxed);
///             futex::wake_all(&open);
///         }
///     });
///     futex::wait(&open, 0);
///     assert_eq!(open.load(Relaxed), 1);
///     porter.join().unwrap();
/// })
/// .unwrap();
/// ```
#[track_caller]
pub fn wait(word: &AtomicU32, expected: u32) {
    word.variable().wait(expected);
}

/// Wakes the thread that has slept longest on `word`, if there is one.
#[track_caller]
pub fn wake_one(word: &AtomicU32) {
    word.variable().wake("wake_one", Queue::wake_one);
}

/// Wakes all threads that sleep on `word`.
#[track_caller]
pub fn wake_all(word: &AtomicU32) {
    word.variable().wake("wake_all", Queue::wake_all);
}
