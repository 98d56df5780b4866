//! Counters that are the sum of their parts, so that threads need not write to the same one.

use crate::tally::{Tally, repeat};
use atomic::machine::owned_cells::{OwnedCells, Owner, hand_out};
use atomic::machine::striped::StripedCounter;
use bench::Own;
use fast_counter::ConcurrentCounter;
use shared::trial::Padded;
use std::array;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use thread_local::ThreadLocal;

/// As many for all who have stripes.
pub const STRIPES: usize = 8;

impl Tally for StripedCounter<STRIPES> {
    fn zero(_: usize) -> Self {
        Self::zero()
    }

    fn add(&self, thread: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || self.increment(thread))
    }

    fn total(self) -> u64 {
        self.get() as u64
    }
}

/// The same stripes without the padding: all on one cache line.
pub struct PackedStripes([AtomicU64; STRIPES]);

impl Tally for PackedStripes {
    fn zero(_: usize) -> Self {
        Self(array::from_fn(|_| AtomicU64::new(0)))
    }

    fn add(&self, thread: usize, more: impl FnMut() -> bool) -> u64 {
        // Relaxed, here and below: nothing but the number is shared, and the threads are joined before it is read.
        repeat(more, || _ = self.0[thread % STRIPES].fetch_add(1, Relaxed))
    }

    fn total(self) -> u64 {
        self.0.into_iter().map(AtomicU64::into_inner).sum()
    }
}

impl Tally for ConcurrentCounter {
    fn zero(_: usize) -> Self {
        Self::new(STRIPES)
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || self.add(1))
    }

    fn total(self) -> u64 {
        self.sum() as u64
    }
}

/// Cells that wait for their owners.
pub struct Cells {
    owners: Vec<Own<Owner>>,
    cells: OwnedCells,
}

impl Tally for Cells {
    fn zero(threads: usize) -> Self {
        let (owners, cells) = hand_out(threads);
        Self {
            owners: owners.into_iter().map(Own::new).collect(),
            cells,
        }
    }

    fn add(&self, thread: usize, more: impl FnMut() -> bool) -> u64 {
        let mut owner = self.owners[thread].take();
        repeat(more, || owner.increment())
    }

    fn total(self) -> u64 {
        self.cells.sum() as u64
    }
}

/// A cell of its own for each thread, which finds it anew for each increment.
pub struct Found(ThreadLocal<Padded<AtomicU64>>);

impl Tally for Found {
    fn zero(_: usize) -> Self {
        Self(ThreadLocal::new())
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || {
            let own = self.0.get_or_default();
            own.store(own.load(Relaxed) + 1, Relaxed);
        })
    }

    fn total(self) -> u64 {
        self.0.into_iter().map(|own| own.0.into_inner()).sum()
    }
}

/// A number that each thread keeps to itself, and adds to the shared one when it is done.
pub struct AddedAtTheEnd(AtomicU64);

impl Tally for AddedAtTheEnd {
    fn zero(_: usize) -> Self {
        Self(AtomicU64::new(0))
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        let mut own = 0;
        // Otherwise the compiler could keep one number where there are two.
        let times = repeat(more, || *black_box(&mut own) += 1);
        self.0.fetch_add(own, Relaxed);
        times
    }

    fn total(self) -> u64 {
        self.0.into_inner()
    }
}
