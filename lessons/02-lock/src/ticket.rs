//! A lock that serves in the order of arrival: draw a ticket, and wait until its number is called.

use super::guarded::{Guarded, RawLock};
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use super::world::{hint, thread};

/// Guards a value by [`Ticket`].
pub type TicketLock<T> = Guarded<Ticket, T>;

/// Calls tickets in the order in which they were drawn (Reed and Kanodia, *Synchronization with Eventcounts and
/// Sequencers*, 1979; as a lock: Mellor-Crummey and Scott, *Algorithms for Scalable Synchronization on Shared-Memory
/// Multiprocessors*, 1991).
///
/// It is fair: nobody is overtaken. With more threads than cores that is dear, since the thread whose turn it is may be the
/// one that does not run, and nobody else can go on.
#[derive(Debug)]
pub struct Ticket {
    // ANCHOR: state
    /// The number of the next ticket. Both numbers wrap around together; there are fewer threads than numbers.
    next: AtomicU32,
    /// The ticket whose holder may go in; written by that holder alone.
    ///
    /// | `next - serving` | means |
    /// |---|---|
    /// | 0 | free |
    /// | 1 | held |
    /// | n | held, and n - 1 wait |
    serving: AtomicU32,
    // ANCHOR_END: state
}

/// From this many places back in the queue a thread gives its core away at once: those in front may need it.
const FAR_BACK: u32 = 2;

/// How many pauses a thread makes for each place in the queue before it gives its core away.
const PATIENCE: u32 = 64;

// SAFETY: a ticket is drawn once, in an indivisible step, and `serving` comes to its number once, when the holder before
// has unlocked; whoever reads that number sees with Acquire what the unlock published with Release.
unsafe impl RawLock for Ticket {
    fn unlocked() -> Self {
        Self {
            next: AtomicU32::new(0),
            serving: AtomicU32::new(0),
        }
    }

    // ANCHOR: lock
    #[inline]
    fn lock(&self) {
        // Relaxed: only the numbers must differ; what the lock guards is handed over by `serving`.
        let mine = self.next.fetch_add(1, Relaxed);
        let mut pauses = 0;
        loop {
            // Acquire: once this reads `mine`, it sees all that was written before the Release that called it.
            let ahead = mine.wrapping_sub(self.serving.load(Acquire));
            if ahead == 0 {
                return;
            }
            wait(ahead, &mut pauses);
        }
    }

    #[inline]
    unsafe fn unlock(&self) {
        // Relaxed: the holder alone writes `serving`, and reads here what it has read in `lock`.
        let mine = self.serving.load(Relaxed);
        // Release: hands all that was written under the lock to the thread that reads this number with Acquire.
        self.serving.store(mine.wrapping_add(1), Release);
    }
    // ANCHOR_END: lock
}

/// Pauses for about as long as those in front may need.
fn wait(ahead: u32, pauses: &mut u32) {
    *pauses += 1;
    if ahead >= FAR_BACK || *pauses > PATIENCE {
        thread::yield_now();
    } else {
        hint::spin_loop();
    }
}
