//! A semaphore: so many may be inside at once, and whoever comes then waits until one leaves.

use super::patience::Patience;
use super::world::futex;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};

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
    // ANCHOR: state
    /// | bits | hold |
    /// |---|---|
    /// | low 16 | how many permits can be had now |
    /// | high 16 | how many threads wait for one, asleep or about to look again |
    ///
    /// Both are in one word so that of "I wait, is there a permit?" and "here is a permit, does anybody wait?" one comes
    /// first, and the other sees it. In two words both could miss each other, unless all four steps were `SeqCst`.
    state: AtomicU32,
    // ANCHOR_END: state
}

const PERMIT: u32 = 1;
const WAITER: u32 = 1 << 16;

/// Holds a permit, and gives it back when dropped.
#[derive(Debug)]
#[must_use = "the permit is given back when this is dropped"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    /// Creates a semaphore with this many permits. No more than 65,535 threads may wait for one.
    ///
    /// # Panics
    ///
    /// Panics if there are more than 65,535 permits.
    #[must_use]
    pub fn new(permits: u32) -> Self {
        assert!(
            permits < WAITER,
            "a semaphore has at most 65,535 permits, and not {permits}"
        );
        Self {
            state: AtomicU32::new(permits),
        }
    }

    /// Waits until a permit can be had, and takes it.
    pub fn acquire(&self) -> Permit<'_> {
        self.spin().unwrap_or_else(|| self.sleep())
    }

    /// Takes a permit, if one can be had at once.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.take(PERMIT).ok()
    }

    // ANCHOR: sleep
    #[cold]
    fn sleep(&self) -> Permit<'_> {
        // Relaxed: asks to be woken, and publishes nothing.
        self.state.fetch_add(WAITER, Relaxed);
        loop {
            match self.take(PERMIT + WAITER) {
                Ok(permit) => return permit,
                // If a permit comes first, the state is not this any more, and this does not sleep.
                Err(found) => futex::wait(&self.state, found),
            }
        }
    }

    fn release(&self) {
        // Release: hands what was done with the permit to the Acquire that takes it.
        let before = self.state.fetch_add(PERMIT, Release);
        if before >= WAITER {
            futex::wake_one(&self.state);
        }
    }
    // ANCHOR_END: sleep

    /// Takes a permit, and off the state what is `due` with it; fails with the state if there is no permit.
    fn take(&self, due: u32) -> Result<Permit<'_>, u32> {
        // Acquire: sees what was done with the permit before the Release that gave it back.
        // Relaxed where there is none: nothing is entered.
        let taken = self.state.fetch_update(Acquire, Relaxed, |state| {
            (state % WAITER >= PERMIT).then(|| state - due)
        });
        taken.map(|_| Permit { semaphore: self })
    }

    /// Tries now, and again for a moment.
    fn spin(&self) -> Option<Permit<'_>> {
        let mut patience = Patience::default();
        loop {
            let permit = self.try_acquire();
            if permit.is_some() || !patience.lasts() {
                return permit;
            }
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.semaphore.release();
    }
}
