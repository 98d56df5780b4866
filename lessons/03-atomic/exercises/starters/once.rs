//! Exercise 4: Make it once.
//!
//! To work out the price takes long, so it is done once, by whoever asks first; the others wait, and all get the same.
//! `state` says how far it is: `EMPTY`, then `MAKING`, then `READY`.
//! The price itself is plain memory, not an atomic, and so it is for `state` to keep apart those who write it and those who read it.
//! `get` uses it in the right order, and two things are wrong:
//!
//! - two callers can find `EMPTY` both, and both work the price out;
//! - a caller can see `READY`, and nothing says that it sees the price: a *data race*, which is undefined behaviour.
//!
//! Mend `get`, without a lock:
//!
//! - of all calls one runs its `make`, and all return what that one returned;
//! - whatever one caller writes and another one reads is ordered between them.
//!
//! `state.compare_exchange(old, new, success, failure)` stores `new` if it finds `old`, in one step.
//! It returns `Ok`, or `Err` with what it found; `success` is its ordering if it stores, `failure` its ordering if it only loads.
//! A loop that waits calls `hint::spin_loop`, as the one below does.
//!
//! `write` and `read` hold the unsafe code, and stay as they are; edit nothing but `get`.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names. The check runs two callers in weak mode,
//! in the model alone: on the machine a wrong answer would have undefined behaviour.

use shared::model as world;
use world::cell::UnsafeCell;
use world::sync::atomic::AtomicU8;

/// The price is neither there nor being worked out.
pub const EMPTY: u8 = 0;
/// One caller works it out.
pub const MAKING: u8 = 1;
/// It is there, and is never written again.
pub const READY: u8 = 2;

/// Holds a price that is worked out by whoever asks first.
pub struct LazyPrice {
    state: AtomicU8,
    price: UnsafeCell<u32>,
}

// SAFETY: the state word is to keep every two accesses to the price in order; the checker watches whether it does.
unsafe impl Sync for LazyPrice {}

impl LazyPrice {
    /// Starts without a price.
    pub fn new() -> Self {
        Self {
            state: AtomicU8::new(EMPTY),
            price: UnsafeCell::new(0),
        }
    }

    /// Writes the price; nobody else may write or read it meanwhile.
    #[track_caller]
    fn write(&self, price: u32) {
        // SAFETY: as above.
        self.price.with_mut(|slot| unsafe { *slot = price });
    }

    /// Reads the price; nobody may write it meanwhile.
    #[track_caller]
    fn read(&self) -> u32 {
        // SAFETY: as above.
        self.price.with(|slot| unsafe { *slot })
    }
}

// EDIT
use world::hint;
use world::sync::atomic::Ordering::Relaxed;

impl LazyPrice {
    /// Returns the price; the first caller works it out by `make`, and the others wait for it.
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        if self.state.load(Relaxed) == EMPTY {
            self.state.store(MAKING, Relaxed);
            self.write(make());
            self.state.store(READY, Relaxed);
        }
        while self.state.load(Relaxed) != READY {
            hint::spin_loop();
        }
        self.read()
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/once.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
