//! Threads that start at the same moment.

use std::time::{Duration, Instant};

use super::crew::crew;

/// Holds what the threads of one [`together`] returned, and how long they took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together<R> {
    /// What each thread returned, by its index.
    pub results: Vec<R>,
    /// The time from the first thread's start to the last one's end; starting them is not in it.
    pub elapsed: Duration,
}

/// Runs `body(index)` in `threads` threads that leave a spin barrier at the same moment.
///
/// Without the barrier the first thread is often done before the second has started: two threads
/// with 1,000 load-then-store increments each lost none in 100 runs of a release build.
///
/// # Panics
///
/// If a body panics, with the same payload, after every other thread has ended.
/// A body that waits for one that panicked is not released by this.
///
/// # Examples
///
/// ```
/// use shared::trial::together;
/// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
///
/// let sold = AtomicU32::new(0);
/// let run = together(4, |_| sold.fetch_add(1, Relaxed));
///
/// let mut numbers = run.results;
/// numbers.sort();
/// assert_eq!(numbers, [0, 1, 2, 3]);
/// ```
pub fn together<R: Send>(threads: usize, body: impl Fn(usize) -> R + Sync) -> Together<R> {
    let timed = crew(threads, |index, barrier| {
        barrier.wait()?;
        let start = Instant::now();
        let result = body(index);
        Ok((result, start, Instant::now()))
    });
    let first_start = timed.iter().map(|(_, start, _)| *start).min();
    let last_end = timed.iter().map(|(_, _, end)| *end).max();
    Together {
        elapsed: last_end
            .zip(first_start)
            .map_or(Duration::ZERO, |(end, start)| end - start),
        results: timed.into_iter().map(|(result, ..)| result).collect(),
    }
}
