//! Counters that are one number, to which all threads write.

use crate::tally::{Tally, repeat};
use atomic::machine::counter::{AtomicCounter, Counter};
use atomic::machine::racy::RacyCounter;
use std::sync::atomic::{
    AtomicU64,
    Ordering::{Relaxed, SeqCst},
};

impl Tally for RacyCounter {
    fn zero(_: usize) -> Self {
        Counter::zero()
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || self.increment())
    }

    fn total(self) -> u64 {
        self.get() as u64
    }
}

impl Tally for AtomicCounter {
    fn zero(_: usize) -> Self {
        Counter::zero()
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || self.increment())
    }

    fn total(self) -> u64 {
        self.get() as u64
    }
}

/// The same step in the strongest ordering.
pub struct Ordered(AtomicU64);

impl Tally for Ordered {
    fn zero(_: usize) -> Self {
        Self(AtomicU64::new(0))
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        // SeqCst, which nothing here needs: it is there to be measured.
        repeat(more, || _ = self.0.fetch_add(1, SeqCst))
    }

    fn total(self) -> u64 {
        self.0.into_inner()
    }
}

/// The step made of a load and a compare-exchange that fails if another came in between.
pub struct Exchanged(AtomicU64);

impl Tally for Exchanged {
    fn zero(_: usize) -> Self {
        Self(AtomicU64::new(0))
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        // Relaxed: nothing but the number is shared.
        repeat(more, || {
            let mut seen = self.0.load(Relaxed);
            while let Err(now) = self
                .0
                .compare_exchange_weak(seen, seen + 1, Relaxed, Relaxed)
            {
                seen = now;
            }
        })
    }

    fn total(self) -> u64 {
        self.0.into_inner()
    }
}

impl Tally for std::sync::Mutex<u64> {
    fn zero(_: usize) -> Self {
        Self::new(0)
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || *self.lock().expect("counting does not panic") += 1)
    }

    fn total(self) -> u64 {
        self.into_inner().expect("counting does not panic")
    }
}

impl Tally for parking_lot::Mutex<u64> {
    fn zero(_: usize) -> Self {
        Self::new(0)
    }

    fn add(&self, _: usize, more: impl FnMut() -> bool) -> u64 {
        repeat(more, || *self.lock() += 1)
    }

    fn total(self) -> u64 {
        self.into_inner()
    }
}
