//! Locks: the critical section adds 1 to a number, which must be in the end how often it was entered.

use crate::outside::{APART, work};
use bench::{Case, Contender, Contest, Sample, Side, timed};
use lock::machine::counter::Counter;
use lock::machine::futex_lock::FutexLock;
use lock::machine::guarded::{Guarded, RawLock};
use lock::machine::racy::RacyCounter;
use lock::machine::spin::SpinLock;
use lock::machine::ticket::TicketLock;
use shared::trial::Padded;
use std::time::Duration;

/// The contender that has no lock.
pub const RACY: &str = "no lock: load, then store";

/// Counts, and is shared.
trait Tally: Sync {
    fn new() -> Self;
    fn add(&self);
    fn total(self) -> u64;
}

/// Lets threads count under a lock, with so much work outside.
fn turn<T: Tally, const OUTSIDE: u32>(threads: usize, span: Duration) -> Sample {
    // Alone on its lines: what is measured is the lock, and not what happens to lie beside it.
    let tally = Padded(T::new());
    let sample = timed(threads, span, |_, signal| {
        signal.count(|| {
            tally.add();
            work::<OUTSIDE>();
        })
    });
    sample.checked(tally.0.total())
}

/// The counter without a lock, beside one with.
pub fn racy(threads: usize) -> Contest {
    Contest {
        title: "**A counter without a lock**, which the check of the work must find wrong",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<Racy, 0>(RACY, Side::Context),
            entry::<SpinLock<u64>, 0>("`SpinLock`", Side::Context),
        ],
    }
}

/// Locks that spin.
pub fn spinning(threads: usize) -> Contest {
    spinning_with::<0>(threads, "nothing")
}

/// The same with work outside.
pub fn spinning_apart(threads: usize) -> Contest {
    spinning_with::<APART>(threads, "some")
}

fn spinning_with<const OUTSIDE: u32>(threads: usize, case: &'static str) -> Contest {
    Contest {
        title: "**Spin locks**",
        case: Case::outside(case),
        threads,
        contenders: vec![
            entry::<SpinLock<u64>, OUTSIDE>("`SpinLock`", Side::Ours),
            entry::<spin::mutex::SpinMutex<u64>, OUTSIDE>("`spin::SpinMutex`", Side::Peer),
        ],
    }
}

/// Locks that serve in the order of arrival, and one that does not, which shows what that order costs.
pub fn tickets(threads: usize) -> Contest {
    tickets_with::<0>(threads, "nothing")
}

/// The same with work outside.
pub fn tickets_apart(threads: usize) -> Contest {
    tickets_with::<APART>(threads, "some")
}

fn tickets_with<const OUTSIDE: u32>(threads: usize, case: &'static str) -> Contest {
    Contest {
        title: "**Ticket locks**, and one that is not, to show what the order of arrival costs",
        case: Case::outside(case),
        threads,
        contenders: vec![
            entry::<TicketLock<u64>, OUTSIDE>("`TicketLock`", Side::Ours),
            entry::<spin::mutex::TicketMutex<u64>, OUTSIDE>("`spin::TicketMutex`", Side::Peer),
            entry::<SpinLock<u64>, OUTSIDE>("`SpinLock`", Side::Context),
        ],
    }
}

/// Locks that sleep.
pub fn sleeping(threads: usize) -> Contest {
    sleeping_with::<0>(threads, "nothing")
}

/// The same with work outside.
pub fn sleeping_apart(threads: usize) -> Contest {
    sleeping_with::<APART>(threads, "some")
}

fn sleeping_with<const OUTSIDE: u32>(threads: usize, case: &'static str) -> Contest {
    Contest {
        title: "**Locks that sleep**",
        case: Case::outside(case),
        threads,
        contenders: vec![
            entry::<FutexLock<u64>, OUTSIDE>("`FutexLock`", Side::Ours),
            entry::<std::sync::Mutex<u64>, OUTSIDE>("`std::sync::Mutex`", Side::Peer),
            entry::<parking_lot::Mutex<u64>, OUTSIDE>("`parking_lot::Mutex`", Side::Peer),
        ],
    }
}

fn entry<T: Tally, const OUTSIDE: u32>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<T, OUTSIDE>;
    Contender { name, side, turn }
}

impl<L: RawLock> Tally for Guarded<L, u64> {
    fn new() -> Self {
        Self::new(0)
    }

    fn add(&self) {
        *self.lock() += 1;
    }

    fn total(self) -> u64 {
        self.into_inner()
    }
}

impl Tally for spin::mutex::SpinMutex<u64> {
    fn new() -> Self {
        Self::new(0)
    }

    fn add(&self) {
        *self.lock() += 1;
    }

    fn total(self) -> u64 {
        self.into_inner()
    }
}

impl Tally for spin::mutex::TicketMutex<u64> {
    fn new() -> Self {
        Self::new(0)
    }

    fn add(&self) {
        *self.lock() += 1;
    }

    fn total(self) -> u64 {
        self.into_inner()
    }
}

impl Tally for std::sync::Mutex<u64> {
    fn new() -> Self {
        Self::new(0)
    }

    fn add(&self) {
        *self.lock().expect("counting does not panic") += 1;
    }

    fn total(self) -> u64 {
        self.into_inner().expect("counting does not panic")
    }
}

impl Tally for parking_lot::Mutex<u64> {
    fn new() -> Self {
        Self::new(0)
    }

    fn add(&self) {
        *self.lock() += 1;
    }

    fn total(self) -> u64 {
        self.into_inner()
    }
}

/// Counts without a lock.
struct Racy(RacyCounter);

impl Tally for Racy {
    fn new() -> Self {
        Self(RacyCounter::zero())
    }

    fn add(&self) {
        self.0.increment();
    }

    fn total(self) -> u64 {
        self.0.get() as u64
    }
}
