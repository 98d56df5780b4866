//! A small number for each thread, as striped structures want one.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Returns the running thread's number: they are given out from 0 on, each once, as threads ask for the first time.
///
/// # Examples
///
/// ```
/// use shared::machine::thread;
///
/// let here = thread::number();
/// let there = thread::spawn(thread::number).join().unwrap();
/// assert_ne!(here, there);
/// assert_eq!(here, thread::number());
/// ```
#[inline]
pub fn number() -> usize {
    // Relaxed: only the numbers must differ; they publish nothing.
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static NUMBER: usize = NEXT.fetch_add(1, Relaxed);
    }
    NUMBER.with(|number| *number)
}
