//! Taking a lock after a sleep as if nobody else slept: of two sleepers the second is never woken.

use super::guarded::{Guarded, RawLock};
use super::world::futex;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};

/// Guards a value by [`ForgottenSleeper`].
pub type ForgottenSleeperLock<T> = Guarded<ForgottenSleeper, T>;

/// Says that somebody waits before it sleeps, and no longer says so once it was woken.
///
/// With two threads it holds: there is only one who can sleep. It takes a third to lose a wakeup.
#[derive(Debug)]
pub struct ForgottenSleeper {
    /// As in [`Futex`](super::futex_lock::Futex): free, held, held and awaited.
    state: AtomicU32,
}

const FREE: u32 = 0;
const HELD: u32 = 1;
const AWAITED: u32 = 2;

// SAFETY: the state leaves `FREE` by an indivisible step, with Acquire from the unlock's Release. Turns are taken; that a
// turn comes is not promised.
unsafe impl RawLock for ForgottenSleeper {
    fn unlocked() -> Self {
        Self {
            state: AtomicU32::new(FREE),
        }
    }

    // ANCHOR: lock
    fn lock(&self) {
        // Acquire: from `FREE` it sees all that was written before the Release that freed the lock.
        while let Err(found) = self.state.compare_exchange(FREE, HELD, Acquire, Relaxed) {
            // Relaxed: it asks to be woken, and takes nothing over.
            if found == AWAITED
                || self
                    .state
                    .compare_exchange(HELD, AWAITED, Relaxed, Relaxed)
                    .is_ok()
            {
                futex::wait(&self.state, AWAITED);
            }
        }
    }
    // ANCHOR_END: lock

    unsafe fn unlock(&self) {
        // Release: hands all that was written under the lock to the step that takes it from `FREE` with Acquire.
        if self.state.swap(FREE, Release) == AWAITED {
            futex::wake_one(&self.state);
        }
    }
}
