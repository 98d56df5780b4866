//! Read–write locks: one access in twenty writes, or one in two, and what is read must be alike.

use bench::{Case, Contender, Contest, Sample, Side, Signal, timed};
use crossbeam_utils::sync::ShardedLock;
use lock::machine::read_write::ReadWriteLock;
use shared::trial::Padded;
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

/// Reads twice in a section: a writer leaves both numbers alike, so readers beside a writer would find them different.
trait Pair: Sync {
    fn new() -> Self;
    fn are_alike(&self) -> bool;
    fn add(&self);
}

/// Mostly reads.
pub fn reading(threads: usize) -> Contest {
    Contest {
        title: "**Read–write locks**, and a lock, which lets readers in one at a time: one access in 20 writes",
        case: Case::outside("nothing"),
        threads,
        contenders: contenders::<20>(),
    }
}

/// Reads and writes in turn.
pub fn writing(threads: usize) -> Contest {
    Contest {
        title: "**Read–write locks with many writers**: one access in 2 writes",
        contenders: contenders::<2>(),
        ..reading(threads)
    }
}

/// Who takes part where one access in so many writes.
fn contenders<const ONE_IN: u64>() -> Vec<Contender> {
    vec![
        entry::<ReadWriteLock<[u64; 2]>, ONE_IN>("`ReadWriteLock`", Side::Ours),
        entry::<std::sync::RwLock<[u64; 2]>, ONE_IN>("`std::sync::RwLock`", Side::Peer),
        entry::<parking_lot::RwLock<[u64; 2]>, ONE_IN>("`parking_lot::RwLock`", Side::Peer),
        entry::<ShardedLock<[u64; 2]>, ONE_IN>("crossbeam's `ShardedLock`", Side::Context),
        entry::<std::sync::Mutex<[u64; 2]>, ONE_IN>("`std::sync::Mutex`", Side::Context),
    ]
}

fn entry<P: Pair, const ONE_IN: u64>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<P, ONE_IN>;
    Contender { name, side, turn }
}

fn turn<P: Pair, const ONE_IN: u64>(threads: usize, span: Duration) -> Sample {
    let pair = Padded(P::new());
    let torn = AtomicBool::new(false);
    let sample = timed(threads, span, |index, signal| {
        let (count, all_alike) = access::<ONE_IN>(&*pair, index as u64, signal);
        // Relaxed: it is read when the threads have ended.
        torn.fetch_or(!all_alike, Relaxed);
        count
    });
    let right = !torn.into_inner();
    Sample { right, ..sample }
}

/// Returns how often it read or wrote, and whether all that it read were alike.
fn access<const ONE_IN: u64>(pair: &impl Pair, mut number: u64, signal: &Signal) -> (u64, bool) {
    let mut all_alike = true;
    let count = signal.count(|| {
        number += 1;
        if number.is_multiple_of(ONE_IN) {
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

impl Pair for ReadWriteLock<[u64; 2]> {
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

impl Pair for ShardedLock<[u64; 2]> {
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
