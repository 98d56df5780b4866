//! Moving money under one lock at a time: in between it is in neither account, and a reader sees that.

use super::bank::{Bank, Owner};
use super::world::sync::Mutex;

/// Takes the money out under one lock and pays it in under the other.
#[derive(Debug)]
pub struct TornTransfer {
    alice: Mutex<u32>,
    bob: Mutex<u32>,
}

impl Bank for TornTransfer {
    fn open() -> Self {
        Self {
            alice: Mutex::new(100),
            bob: Mutex::new(100),
        }
    }

    // ANCHOR: transfer
    fn transfer(&self, from: Owner, amount: u32) {
        let (from, to) = match from {
            Owner::Alice => (&self.alice, &self.bob),
            Owner::Bob => (&self.bob, &self.alice),
        };
        *from.lock().expect("banking does not panic") -= amount;
        // Each account is right, and the bank is not: the invariant spans both locks.
        *to.lock().expect("banking does not panic") += amount;
    }
    // ANCHOR_END: transfer

    fn total(&self) -> u32 {
        let alice = self.alice.lock().expect("banking does not panic");
        let bob = self.bob.lock().expect("banking does not panic");
        *alice + *bob
    }
}
