//! A channel for one value: both ends are used up by using them, so it can neither be sent twice nor received twice.

use super::world::Named;
use super::world::cell::UnsafeCell;
use super::world::futex;
use super::world::sync::Arc;
use super::world::sync::atomic::{
    AtomicU32,
    Ordering::{Acquire, Relaxed, Release},
};
use std::fmt;

/// Creates both ends of a channel for one value: the answer to one question, handed over by whoever works it out.
///
/// It is the synchronising variable of Arvind, Nikhil and Pingali (*I-Structures: Data Structures for Parallel Computing*,
/// 1989): written once, and whoever reads it earlier waits.
///
/// # Consistency
///
/// What the sender did before it sent, the receiver sees once it has received.
///
/// # Examples
///
/// ```
/// use queue::machine::one_shot::one_shot;
///
/// let (price, told) = one_shot();
/// let clerk = std::thread::spawn(move || price.send(42));
/// assert_eq!(told.receive(), Some(42));
/// assert_eq!(clerk.join().unwrap(), Ok(()));
/// ```
///
/// ```compile_fail,E0382
/// use queue::machine::one_shot::one_shot;
///
/// let (price, told) = one_shot();
/// price.send(42);
/// price.send(43); // use of moved value: `price`
/// ```
#[must_use]
pub fn one_shot<T>() -> (Sender<T>, Receiver<T>) {
    let shot = Arc::new(Shot {
        state: AtomicU32::new(EMPTY),
        value: UnsafeCell::new(None).named("value"),
    });
    let sender = Sender {
        shot: Some(Arc::clone(&shot)),
    };
    (sender, Receiver { shot })
}

/// Sends one value.
pub struct Sender<T> {
    /// `None` once the value was sent.
    shot: Option<Arc<Shot<T>>>,
}

/// Receives one value.
pub struct Receiver<T> {
    shot: Arc<Shot<T>>,
}

struct Shot<T> {
    // ANCHOR: state
    /// | value | means | the value belongs to |
    /// |---|---|---|
    /// | [`EMPTY`] | nothing is sent yet | the sender |
    /// | [`AWAITED`] | nothing is sent yet, and the receiver sleeps, or is about to | the sender |
    /// | [`SENT`] | the value is there | the receiver |
    /// | [`OVER`] | it was received, or one of the two has left | whoever finds this |
    state: AtomicU32,
    // ANCHOR_END: state
    value: UnsafeCell<Option<T>>,
}

const EMPTY: u32 = 0;
const AWAITED: u32 = 1;
const SENT: u32 = 2;
const OVER: u32 = 3;

// SAFETY: the value belongs to one end at a time, as the table of `state` says, and is handed over with Release to an
// Acquire. It goes from thread to thread, hence `T: Send`.
unsafe impl<T: Send> Sync for Shot<T> {}

impl<T> Sender<T> {
    // ANCHOR: send
    /// Sends the value.
    ///
    /// # Errors
    ///
    /// Gives it back if the receiver has left.
    pub fn send(mut self, value: T) -> Result<(), T> {
        let Some(shot) = self.shot.take() else {
            unreachable!("to send uses the sender up")
        };
        shot.put(value);
        // Release: hands the value to the receiver's Acquire.
        match shot.state.swap(SENT, Release) {
            OVER => Err(shot.take().expect("the receiver left without it")),
            before => {
                shot.wake_if(before);
                Ok(())
            }
        }
    }
    // ANCHOR_END: send
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        if let Some(shot) = self.shot.take() {
            // Relaxed: nothing is handed over.
            let before = shot.state.swap(OVER, Relaxed);
            shot.wake_if(before);
        }
    }
}

impl<T> Receiver<T> {
    // ANCHOR: receive
    /// Waits for the value; `None` if the sender has left without sending one.
    #[must_use]
    pub fn receive(self) -> Option<T> {
        let state = &self.shot.state;
        loop {
            // Acquire: sees the value that was written before the Release of `send`.
            match state.load(Acquire) {
                // Relaxed: says that it waits, and hands nothing over. If it fails, the look above is repeated.
                EMPTY => drop(state.compare_exchange(EMPTY, AWAITED, Relaxed, Relaxed)),
                // If the sender comes first, the state is not this any more, and this does not sleep.
                AWAITED => futex::wait(state, AWAITED),
                SENT => return self.shot.take(),
                _ => return None,
            }
        }
    }
    // ANCHOR_END: receive
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        // Acquire: if a value was sent, it is this end's to drop.
        if self.shot.state.swap(OVER, Acquire) == SENT {
            drop(self.shot.take());
        }
    }
}

impl<T> Shot<T> {
    fn put(&self, value: T) {
        // SAFETY: nothing is sent yet, so the value is the sender's, which calls this.
        self.value.with_mut(|slot| unsafe { *slot = Some(value) });
    }

    /// Takes the value out. The caller is the end that it belongs to.
    fn take(&self) -> Option<T> {
        // SAFETY: the caller has seen in `state` that the value is its own, and it is the only thread of its end.
        self.value.with_mut(|slot| unsafe { (*slot).take() })
    }

    fn wake_if(&self, state: u32) {
        if state == AWAITED {
            futex::wake_one(&self.state);
        }
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
