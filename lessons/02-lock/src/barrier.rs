//! A barrier: nobody goes on before all have come.

use super::backoff::Backoff;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{AcqRel, Acquire, Release},
};
use super::world::{futex, hint};

/// Holds threads back until as many have come as it is for, then lets all go, again and again.
///
/// The round is counted, where the literature reverses a sense (Hensgen, Finkel and Manber, *Two Algorithms for Barrier
/// Synchronization*, 1988): either way a thread that is late to leave one round is not taken for one of the next.
///
/// # Consistency
///
/// What any thread did before it came happens before what any does after it left.
#[derive(Debug)]
pub struct Barrier {
    threads: u32,
    /// | bits | hold |
    /// |---|---|
    /// | low 16 | how many have come in this round, fewer than `threads` |
    /// | high 16 | the round, which wraps around |
    ///
    /// Both are in one word since a thread must learn in one step that it has come, and in which round.
    state: AtomicU32,
}

const ROUND: u32 = 1 << 16;

impl Barrier {
    /// Creates a barrier.
    ///
    /// # Panics
    ///
    /// Panics if it is for no thread, or for more than 65,535.
    #[must_use]
    pub fn new(threads: u32) -> Self {
        assert!(
            (1..ROUND).contains(&threads),
            "a barrier is for 1 to 65,535 threads, and not for {threads}"
        );
        Self {
            threads,
            state: AtomicU32::new(0),
        }
    }

    // ANCHOR: wait
    /// Waits until all have come; returns whether this thread was the last.
    pub fn wait(&self) -> bool {
        // Release: hands what this thread did to the last one that comes. Acquire: the last one takes it over from all.
        let before = self.state.fetch_add(1, AcqRel);
        let round = before / ROUND;
        let is_last = before % ROUND + 1 == self.threads;
        if is_last {
            // Release: hands all of it on, to each Acquire below that reads the new round. (The model would forgive
            // Relaxed here: to it, a store carries on the release sequence that it overwrites.)
            let next = (round * ROUND).wrapping_add(ROUND);
            self.state.store(next, Release);
            futex::wake_all(&self.state);
        } else {
            self.wait_for_end_of(round);
        }
        is_last
    }
    // ANCHOR_END: wait

    fn wait_for_end_of(&self, round: u32) {
        let mut backoff = Backoff::default();
        let mut spins = 0..hint::SPINS;
        loop {
            // Acquire: in a new round it sees what all had done before they came, by the last one's Release.
            let state = self.state.load(Acquire);
            if state / ROUND != round {
                return;
            }
            match spins.next() {
                Some(_) => backoff.pause(),
                // If another has come meanwhile, the state is not this any more: it looks again and then sleeps.
                None => futex::wait(&self.state, state),
            }
        }
    }
}
