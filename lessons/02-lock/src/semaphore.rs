//! A semaphore: so many may be inside at once, and whoever comes then waits until one leaves.

use super::backoff::Backoff;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, SeqCst},
};
use super::world::{futex, hint};

/// Gives out permits, as many as it was made with (Dijkstra, *Cooperating Sequential Processes*, 1965: P and V).
///
/// Unlike a lock it has no owner: a permit says how many are inside, and not who.
///
/// # Consistency
///
/// What was done before a permit was given back happens before what follows the acquisition that takes it.
/// Nobody queues: whoever comes by may go before one who sleeps.
#[derive(Debug)]
pub struct Semaphore {
    /// How many permits can be had now.
    permits: AtomicU32,
    /// How many threads are about to sleep on `permits`, asleep, or just woken.
    waiting: AtomicU32,
}

/// Holds a permit, and gives it back when dropped.
#[derive(Debug)]
#[must_use = "the permit is given back when this is dropped"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    /// Creates a semaphore with this many permits.
    #[must_use]
    pub fn new(permits: u32) -> Self {
        Self {
            permits: AtomicU32::new(permits),
            waiting: AtomicU32::new(0),
        }
    }

    // ANCHOR: acquire
    /// Waits until a permit can be had, and takes it.
    pub fn acquire(&self) -> Permit<'_> {
        loop {
            if let Some(permit) = self.spin() {
                return permit;
            }
            // SeqCst, with `release`: of "I wait, is there a permit?" and "here is a permit, does anybody wait?"
            // the later must see the earlier, in one order of all four steps.
            self.waiting.fetch_add(1, SeqCst);
            futex::wait(&self.permits, 0);
            // Relaxed: one fewer to wake; if that is seen late, a wakeup too many is made.
            self.waiting.fetch_sub(1, Relaxed);
        }
    }
    // ANCHOR_END: acquire

    /// Takes a permit, if one can be had at once.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        // Acquire: sees all that was done before the permit that it takes was given back. Relaxed where there is none.
        let taken = self
            .permits
            .fetch_update(Acquire, Relaxed, |permits| permits.checked_sub(1));
        taken.is_ok().then(|| Permit { semaphore: self })
    }

    /// Tries for a moment, since to sleep and be woken takes far longer than most visits.
    fn spin(&self) -> Option<Permit<'_>> {
        let mut backoff = Backoff::default();
        let try_again = |_| {
            backoff.pause();
            self.try_acquire()
        };
        self.try_acquire()
            .or_else(|| (0..hint::SPINS).find_map(try_again))
    }

    fn release(&self) {
        // SeqCst, with `acquire`; it also hands over what was done with the permit to the Acquire that takes it.
        self.permits.fetch_add(1, SeqCst);
        // SeqCst: as above.
        if self.waiting.load(SeqCst) > 0 {
            futex::wake_one(&self.permits);
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.semaphore.release();
    }
}
