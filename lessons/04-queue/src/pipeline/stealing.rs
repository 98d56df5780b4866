//! Work stealing: each thread has a queue of its own, and takes from another's only when its own is empty.

use crossbeam::deque::{Steal, Stealer, Worker};
use crossbeam::utils::Backoff;
use shared::text::{Chunk, Tally};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// What thieves have found.
#[derive(Clone, Debug, Default)]
pub struct Stolen {
    /// The words.
    pub tally: Tally,
    /// How many times a thread took work from another.
    pub thefts: u64,
}

/// Counts the words of chunks that are all there, with work that is split as long as it is more than one chunk.
///
/// A thread halves what it has, keeps one half and puts the other into its own queue; it takes from there what it put last,
/// and a thief takes what was put first, which is the largest (Blumofe and Leiserson, *Scheduling Multithreaded Computations
/// by Work Stealing*, 1999; the queue is that of Chase and Lev, *Dynamic Circular Work-Stealing Deque*, 2005).
///
/// # Panics
///
/// Panics if there is no worker, or a thread of it panics.
#[must_use]
pub fn count_by_stealing(workers: usize, chunks: &[Chunk]) -> Stolen {
    let queues: Vec<_> = (0..workers).map(|_| Worker::new_lifo()).collect();
    let victims: Vec<_> = queues.iter().map(Worker::stealer).collect();
    // All begins with one thread: the others live by theft.
    let first = queues.first().expect("there is a worker");
    first.push(0..chunks.len());
    let left = AtomicUsize::new(chunks.len());
    let thread = |own: Worker<Range<usize>>| Thief {
        own,
        victims: &victims,
        left: &left,
    };
    let found = thread::scope(|scope| {
        let start = |own| {
            let thief = thread(own);
            scope.spawn(move || thief.count(chunks))
        };
        let threads: Vec<_> = queues.into_iter().map(start).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, Stolen>| thread.join();
        threads.into_iter().map(join).collect::<Vec<_>>()
    });
    let mut all = Stolen::default();
    for one in found {
        let one = one.expect("counting does not panic");
        all.tally.merge(one.tally);
        all.thefts += one.thefts;
    }
    all
}

/// A thread, and what it may take from.
struct Thief<'a> {
    own: Worker<Range<usize>>,
    victims: &'a [Stealer<Range<usize>>],
    /// How many chunks nobody has counted yet.
    left: &'a AtomicUsize,
}

impl Thief<'_> {
    fn count(&self, chunks: &[Chunk]) -> Stolen {
        let (mut found, idle) = (Stolen::default(), Backoff::new());
        // Relaxed: a number that says when to stop; the words are handed over by the join.
        while self.left.load(Relaxed) > 0 {
            let own = self.own.pop();
            let is_stolen = own.is_none();
            let Some(range) = own.or_else(|| self.steal()) else {
                idle.snooze();
                continue;
            };
            idle.reset();
            found.thefts += u64::from(is_stolen);
            let at = self.split(range);
            found.tally.add(&chunks[at]);
            self.left.fetch_sub(1, Relaxed);
        }
        found
    }

    // ANCHOR: split
    /// Puts back half of the work until one chunk is left.
    fn split(&self, mut range: Range<usize>) -> usize {
        while range.len() > 1 {
            let middle = range.start + range.len() / 2;
            self.own.push(middle..range.end);
            range.end = middle;
        }
        range.start
    }

    /// Takes the oldest work of any other thread.
    fn steal(&self) -> Option<Range<usize>> {
        self.victims.iter().find_map(|victim| {
            loop {
                match victim.steal() {
                    Steal::Success(range) => return Some(range),
                    Steal::Empty => return None,
                    // Another thief was faster.
                    Steal::Retry => {}
                }
            }
        })
    }
    // ANCHOR_END: split
}
