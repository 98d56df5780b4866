//! One exchange decides who makes the price, and one pair of orderings hands it over.
//!
//! To find `EMPTY` and to leave `MAKING` there is one step, so one caller succeeds; it publishes nothing, as nothing is written yet.
//! `READY` is stored with `Release` after the price is written, and everybody reads the price behind an `Acquire` load of `READY`.
//! A caller that comes late takes the same way as one that waits: the exchange fails, and the load finds `READY` at once.
//! If `make` panics here, the others wait for ever; `std::sync::OnceLock` goes back to the start instead, and lets waiters sleep.

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
use world::sync::atomic::Ordering::{Acquire, Relaxed, Release};

impl LazyPrice {
    /// Returns the price; the first caller works it out by `make`, and the others wait for it.
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        // Relaxed: whoever claims the work takes nothing over, and whoever fails looks again below.
        let claim = self.state.compare_exchange(EMPTY, MAKING, Relaxed, Relaxed);
        if claim.is_ok() {
            self.write(make());
            // Release: hands the price to each load that reads this `READY` with Acquire.
            self.state.store(READY, Release);
        }
        // Acquire: once this reads `READY`, it sees the price that was written before that store's Release.
        while self.state.load(Acquire) != READY {
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
