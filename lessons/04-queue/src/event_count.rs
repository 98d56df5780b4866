//! Sleeping until something has happened, at no cost for whom it happens as long as nobody sleeps.

use super::world::futex;
use super::world::sync::atomic::{AtomicU32, Ordering::Relaxed, fence_behind_update};

/// Lets threads sleep until they are told to look again (Reed and Kanodia, *Synchronization with Eventcounts and Sequencers*,
/// 1979; that it counts nothing as long as nobody sleeps is Vyukov's, *EventCount.h* of Eigen, 2016).
///
/// It is Dekker's entry again (lesson 03): each side says something, then looks at what the other has said, and not both
/// may miss it.
///
/// | who sleeps | who notifies |
/// |---|---|
/// | says that it sleeps | changes what is waited for |
/// | fence | fence |
/// | looks whether it must | looks whether anybody sleeps |
///
/// It wakes all: to know how many could go on it would have to count the sleepers.
#[derive(Debug)]
pub struct EventCount {
    // ANCHOR: state
    /// | value | means | changed by |
    /// |---|---|---|
    /// | even | nobody sleeps, but those who were woken already | the next that says it sleeps |
    /// | odd | somebody may sleep, or be about to | the next that notifies |
    ///
    /// It only grows: a thread that has said that it sleeps, and was notified before it does, must not take what another says
    /// later for its own word, and sleep on that. (It wraps around after 2,147,483,648 notifications, of which a thread would
    /// have to miss every one between two of its steps.)
    state: AtomicU32,
    // ANCHOR_END: state
}

impl EventCount {
    /// Starts with nobody asleep.
    #[must_use]
    pub fn new() -> Self {
        Self {
            state: AtomicU32::new(0),
        }
    }

    // ANCHOR: wait
    /// Sleeps if `must_wait` holds, until notified; it may also return for no reason: look again.
    pub fn wait_if(&self, must_wait: impl FnOnce() -> bool) {
        // Relaxed: the fence orders it.
        let told = self.state.fetch_or(1, Relaxed) | 1;
        // SeqCst: of this fence and that of `notify` one comes first in the single order of all such fences. What was done
        // before that one is seen after the other: either the change is seen below, or this thread there.
        fence_behind_update();
        if must_wait() {
            futex::wait(&self.state, told);
        }
    }
    // ANCHOR_END: wait

    // ANCHOR: notify
    /// Wakes all who sleep, right behind the update from which one of them can go on.
    ///
    /// That update is an atomic read-modify-write of this thread, such as the exchange that claims a position.
    #[inline]
    pub fn notify(&self) {
        // SeqCst: as in `wait_if`.
        fence_behind_update();
        // Relaxed: the fence orders it.
        let state = self.state.load(Relaxed);
        if state % 2 == 1 {
            self.wake(state);
        }
    }
    // ANCHOR_END: notify

    #[cold]
    fn wake(&self, state: u32) {
        let next = state.wrapping_add(1);
        // Relaxed: hands nothing over, since whoever is woken looks again. If it fails, another notifies those who sleep.
        if self
            .state
            .compare_exchange(state, next, Relaxed, Relaxed)
            .is_ok()
        {
            futex::wake_all(&self.state);
        }
    }
}

impl Default for EventCount {
    fn default() -> Self {
        Self::new()
    }
}
