//! Rejected: a swap puts MAKING there whatever was there: whoever comes late takes READY away, and everybody waits for ever.

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
use world::sync::atomic::Ordering::{Acquire, Release};

impl LazyPrice {
    /// Returns the price; the first caller works it out by `make`, and the others wait for it.
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        if self.state.swap(MAKING, Acquire) == EMPTY {
            self.write(make());
            self.state.store(READY, Release);
        }
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
