//! A barrier that spins, so that threads leave it within nanoseconds of one another.

use std::hint;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::thread;

/// Looks at the barrier before a waiting thread first gives its core away.
///
/// About 50 microseconds: longer than starting a thread takes, shorter than any scheduler slice,
/// so that one core, or more threads than cores, still gets everyone to the barrier.
const SPINS: u32 = 1_000;

/// Holds threads back until all of them have arrived, over and over.
///
/// `std::sync::Barrier` puts waiting threads to sleep and wakes them one after the other, which
/// is longer than many a trial lasts. This one also survives a thread that panics before it
/// arrives: the others are told instead of waiting for ever.
#[derive(Debug)]
pub struct SpinBarrier {
    parties: usize,
    /// How many have arrived in this round; always below `parties` when a round begins.
    arrived: AtomicUsize,
    /// How many rounds are over, wrapping. Changes exactly when the waiting threads may go.
    round: AtomicUsize,
    /// Set once, when someone who was to arrive never will.
    abandoned: AtomicBool,
}

/// Says that a thread ended by panicking, so that the barrier will never open again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abandoned;

impl SpinBarrier {
    /// Creates a barrier that opens whenever `parties` threads have arrived.
    pub fn new(parties: usize) -> Self {
        Self {
            parties,
            arrived: AtomicUsize::new(0),
            round: AtomicUsize::new(0),
            abandoned: AtomicBool::new(false),
        }
    }

    /// Waits for all parties, and returns true to the one that arrived last.
    ///
    /// # Errors
    ///
    /// Returns [`Abandoned`] once [`abandon`](Self::abandon) was called and the round is not over.
    pub fn wait(&self) -> Result<bool, Abandoned> {
        // Relaxed: the round cannot end before this thread has arrived, so the value is current.
        let round = self.round.load(Relaxed);
        // AcqRel: Release hands what this thread did to the last one to arrive, whose Acquire here
        // takes it over from all.
        if self.arrived.fetch_add(1, AcqRel) + 1 < self.parties {
            return self.wait_for_the_end_of(round).map(|()| false);
        }
        // Relaxed: published by the store to `round` on the next line.
        self.arrived.store(0, Relaxed);
        // Release: pairs with the Acquire load of each waiting thread, and passes on everything the
        // last one to arrive took over.
        self.round.store(round.wrapping_add(1), Release);
        Ok(true)
    }

    fn wait_for_the_end_of(&self, round: usize) -> Result<(), Abandoned> {
        let mut spins = 0;
        // Acquire: pairs with the Release store of the last one to arrive.
        while self.round.load(Acquire) == round {
            // Relaxed: the flag says only "stop waiting", and publishes nothing.
            if self.abandoned.load(Relaxed) {
                return Err(Abandoned);
            }
            if spins < SPINS {
                spins += 1;
                hint::spin_loop();
            } else {
                thread::yield_now();
            }
        }
        Ok(())
    }

    /// Releases everyone who waits, now or later, with an error.
    pub fn abandon(&self) {
        // Relaxed: see the load in `wait_for_the_end_of`.
        self.abandoned.store(true, Relaxed);
    }

    /// Returns a guard that abandons the barrier if the current thread unwinds past it.
    pub(super) fn abandon_on_panic(&self) -> AbandonOnPanic<'_> {
        AbandonOnPanic { barrier: self }
    }
}

/// Abandons its barrier when dropped by a panic.
#[derive(Debug)]
pub(super) struct AbandonOnPanic<'a> {
    barrier: &'a SpinBarrier,
}

impl Drop for AbandonOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.barrier.abandon();
        }
    }
}
