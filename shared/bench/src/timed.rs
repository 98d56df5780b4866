//! A turn of fixed length: threads start together, count what they do, and stop at a signal.
//!
//! With a fixed amount of work instead, a thread that starves would be left to finish alone, and its wait would not show.

use crate::{Sample, placement, run_queue};
use shared::trial::SpinBarrier;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

/// Is set when the time is over.
#[derive(Debug, Default)]
pub struct Signal(AtomicBool);

impl Signal {
    /// Returns whether to go on.
    #[must_use]
    #[inline]
    pub fn lasts(&self) -> bool {
        // Relaxed: it publishes nothing.
        !self.0.load(Relaxed)
    }

    /// Calls `act` until the time is over, and returns how often.
    pub fn count(&self, mut act: impl FnMut()) -> u64 {
        let mut count = 0;
        while self.lasts() {
            act();
            count += 1;
        }
        count
    }
}

/// What one thread saw.
struct Seen {
    count: u64,
    start: Instant,
    end: Instant,
    delay: Duration,
}

/// Lets `threads` threads work for `span`; `work(index, signal)` returns how often it did what it does.
///
/// # Panics
///
/// Panics if `work` does.
pub fn timed(
    threads: usize,
    span: Duration,
    work: impl Fn(usize, &Signal) -> u64 + Sync,
) -> Sample {
    let (signal, barrier) = (Signal::default(), SpinBarrier::new(threads + 1));
    let one = |index| {
        placement::place(index, threads);
        // It fails only if a party panics before it comes, and none can.
        let _ = barrier.wait();
        let (before, start) = (run_queue::delay(), Instant::now());
        let count = work(index, &signal);
        let (end, after) = (Instant::now(), run_queue::delay());
        let delay = after.zip(before).map(|(after, before)| after - before);
        Seen {
            count,
            start,
            end,
            delay: delay.unwrap_or_default(),
        }
    };
    let one = &one;
    let seen = thread::scope(|scope| {
        let started: Vec<_> = (0..threads)
            .map(|index| scope.spawn(move || one(index)))
            .collect();
        let _ = barrier.wait();
        thread::sleep(span);
        signal.0.store(true, Relaxed);
        started.into_iter().map(joined).collect::<Vec<_>>()
    });
    sample(&seen)
}

fn joined(thread: ScopedJoinHandle<'_, Seen>) -> Seen {
    thread.join().expect("a contender does not panic")
}

fn sample(seen: &[Seen]) -> Sample {
    let start = seen.iter().map(|seen| seen.start).min();
    let end = seen.iter().map(|seen| seen.end).max();
    Sample {
        counts: seen.iter().map(|seen| seen.count).collect(),
        elapsed: start
            .zip(end)
            .map_or(Duration::ZERO, |(start, end)| end - start),
        delay: seen.iter().map(|seen| seen.delay).sum(),
        right: true,
        lost: 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::timed;
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
    use std::time::Duration;

    #[test]
    fn each_thread_counts_what_it_did() {
        let done = AtomicU64::new(0);
        let sample = timed(2, Duration::from_millis(2), |_, signal| {
            // Relaxed: only the number matters, and the threads are joined before it is read.
            signal.count(|| _ = done.fetch_add(1, Relaxed))
        });
        assert_eq!(sample.counts.len(), 2);
        assert_eq!(sample.total(), done.into_inner());
        assert!(sample.elapsed >= Duration::from_millis(1));
    }
}
