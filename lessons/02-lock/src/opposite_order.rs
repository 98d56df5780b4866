//! Taking two locks in the order of the call: two transfers the opposite way each hold what the other waits for.

use super::bank::{Bank, Owner};
use super::world::sync::Mutex;

/// Locks the account that pays, then the one that is paid.
///
/// All four conditions of a deadlock are met (Coffman, Elphick and Shoshani, *System Deadlocks*, 1971): a lock has one
/// holder, who keeps it while waiting, from whom nobody takes it, and the waiting goes round in a circle.
#[derive(Debug)]
pub struct OppositeOrder {
    alice: Mutex<u32>,
    bob: Mutex<u32>,
}

impl Bank for OppositeOrder {
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
        let mut from = from.lock().expect("banking does not panic");
        let mut to = to.lock().expect("banking does not panic");
        *from -= amount;
        *to += amount;
    }
    // ANCHOR_END: transfer

    fn total(&self) -> u32 {
        let alice = self.alice.lock().expect("banking does not panic");
        let bob = self.bob.lock().expect("banking does not panic");
        *alice + *bob
    }
}
