//! A barrier: nobody goes on before all have come.

use super::patience::Patience;
use super::world::futex;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{AcqRel, Acquire, Relaxed},
};

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
    // ANCHOR: state
    /// | bits | hold |
    /// |---|---|
    /// | low 15 | how many have come in this round, fewer than `threads` |
    /// | 1 more | [`ASLEEP`]: somebody may sleep, and the last must wake all |
    /// | high 16 | the round, which wraps around |
    ///
    /// All are in one word: a thread learns in one step that it has come, in which round, and if it is the last, whom it
    /// must wake.
    state: AtomicU32,
    // ANCHOR_END: state
}

const ASLEEP: u32 = 1 << 15;
const ROUND: u32 = 1 << 16;

impl Barrier {
    /// Creates a barrier.
    ///
    /// # Panics
    ///
    /// Panics if it is for no thread, or for more than 32,767.
    #[must_use]
    pub fn new(threads: u32) -> Self {
        assert!(
            (1..ASLEEP).contains(&threads),
            "a barrier is for 1 to 32,767 threads, and not for {threads}"
        );
        Self {
            threads,
            state: AtomicU32::new(0),
        }
    }

    // ANCHOR: wait
    /// Waits until all have come; returns whether this thread was the last.
    #[inline]
    pub fn wait(&self) -> bool {
        // Release: hands what this thread did to the last one that comes. Acquire: the last one takes it over from all, and
        // hands it on by this same step, which begins the next round. Relaxed: a refused step is made again.
        let come = |state| Some(self.with_one_more(state));
        let (Ok(before) | Err(before)) = self.state.fetch_update(AcqRel, Relaxed, come);
        let is_last = before % ASLEEP + 1 == self.threads;
        if !is_last {
            self.wait_for_end_of(before / ROUND);
        } else if before & ASLEEP != 0 {
            futex::wake_all(&self.state);
        }
        is_last
    }
    // ANCHOR_END: wait

    /// Returns the state when one more has come: that of the next round, if it was the last.
    fn with_one_more(&self, state: u32) -> u32 {
        if state % ASLEEP + 1 == self.threads {
            (state / ROUND * ROUND).wrapping_add(ROUND)
        } else {
            state + 1
        }
    }

    fn wait_for_end_of(&self, round: u32) {
        let mut patience = Patience::default();
        loop {
            // Acquire: in a new round it sees what all had done before they came, by the last one's Release.
            let state = self.state.load(Acquire);
            if state / ROUND != round {
                return;
            }
            if !patience.lasts() {
                self.sleep(state);
            }
        }
    }

    #[cold]
    fn sleep(&self, state: u32) {
        // Relaxed: it asks to be woken, and takes nothing over. If somebody has come meanwhile, it looks again.
        let asked = self
            .state
            .compare_exchange(state, state | ASLEEP, Relaxed, Relaxed);
        if asked.is_ok() {
            futex::wait(&self.state, state | ASLEEP);
        }
    }
}
