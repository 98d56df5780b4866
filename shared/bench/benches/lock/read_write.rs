//! Read–write locks: the lesson has none of its own, so these are shown for what they cost, and compared with nothing.

use bench::{Contender, Contest, Sample, Side, Signal, timed};
use shared::trial::Padded;
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

/// One access in so many writes.
const WRITES: u64 = 20;

/// Reads twice in a section: a writer leaves both numbers alike, so readers beside a writer would find them different.
trait Pair: Sync {
    fn new() -> Self;
    fn are_alike(&self) -> bool;
    fn add(&self);
}

/// Mostly reads.
pub fn reading(threads: usize) -> Contest {
    Contest {
        title: "**Read–write locks**, of which the lesson uses `std`'s: one access in 20 writes",
        load: "nothing",
        threads,
        contenders: vec![
            entry::<std::sync::RwLock<[u64; 2]>>("`std::sync::RwLock`"),
            entry::<parking_lot::RwLock<[u64; 2]>>("`parking_lot::RwLock`"),
            entry::<std::sync::Mutex<[u64; 2]>>("`std::sync::Mutex`"),
        ],
    }
}

fn entry<P: Pair>(name: &'static str) -> Contender {
    Contender {
        name,
        side: Side::Context,
        turn: turn::<P>,
    }
}

fn turn<P: Pair>(threads: usize, span: Duration) -> Sample {
    let pair = Padded(P::new());
    let torn = AtomicBool::new(false);
    let sample = timed(threads, span, |index, signal| {
        let (count, all_alike) = access(&*pair, index as u64, signal);
        // Relaxed: it is read when the threads have ended.
        torn.fetch_or(!all_alike, Relaxed);
        count
    });
    let right = !torn.into_inner();
    Sample { right, ..sample }
}

/// Returns how often it read or wrote, and whether all that it read were alike.
fn access(pair: &impl Pair, mut number: u64, signal: &Signal) -> (u64, bool) {
    let mut all_alike = true;
    let count = signal.count(|| {
        number += 1;
        if number.is_multiple_of(WRITES) {
            pair.add();
        } else {
            all_alike &= pair.are_alike();
        }
    });
    (count, all_alike)
}

fn alike([a, b]: &[u64; 2]) -> bool {
    black_box(a) == black_box(b)
}

fn both(pair: &mut [u64; 2]) {
    for number in pair {
        *number += 1;
    }
}

impl Pair for std::sync::RwLock<[u64; 2]> {
    fn new() -> Self {
        Self::new([0; 2])
    }

    fn are_alike(&self) -> bool {
        alike(&self.read().expect("reading does not panic"))
    }

    fn add(&self) {
        both(&mut self.write().expect("writing does not panic"));
    }
}

impl Pair for parking_lot::RwLock<[u64; 2]> {
    fn new() -> Self {
        Self::new([0; 2])
    }

    fn are_alike(&self) -> bool {
        alike(&self.read())
    }

    fn add(&self) {
        both(&mut self.write());
    }
}

impl Pair for std::sync::Mutex<[u64; 2]> {
    fn new() -> Self {
        Self::new([0; 2])
    }

    fn are_alike(&self) -> bool {
        alike(&self.lock().expect("reading does not panic"))
    }

    fn add(&self) {
        both(&mut self.lock().expect("writing does not panic"));
    }
}
