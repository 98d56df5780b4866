//! Moving money between two accounts under both their locks, always taken in the same order.

use super::world::sync::{Mutex, MutexGuard};

/// Promises to move money and never to lose sight of any.
pub trait Bank: Send + Sync + 'static {
    /// Opens two accounts, with 100 in each.
    fn open() -> Self;

    /// Moves money out of one account into the other.
    fn transfer(&self, from: Owner, amount: u32);

    /// Returns what is in both accounts together.
    fn total(&self) -> u32;
}

/// Says whose account is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Alice, whose lock comes first.
    Alice,
    /// Bob.
    Bob,
}

/// Takes Alice's lock before Bob's, whichever way the money goes.
///
/// Where all threads take locks in one order, none can wait for a thread that waits for it
/// (Havender, *Avoiding Deadlock in Multitasking Systems*, 1968).
///
/// # Consistency
///
/// Transfers and totals happen one after the other: no total is taken while money is on its way.
#[derive(Debug)]
pub struct OrderedLocks {
    alice: Mutex<u32>,
    bob: Mutex<u32>,
}

impl OrderedLocks {
    // ANCHOR: both
    fn both(&self) -> (MutexGuard<'_, u32>, MutexGuard<'_, u32>) {
        let alice = self.alice.lock().expect("banking does not panic");
        let bob = self.bob.lock().expect("banking does not panic");
        (alice, bob)
    }
    // ANCHOR_END: both
}

impl Bank for OrderedLocks {
    fn open() -> Self {
        Self {
            alice: Mutex::new(100),
            bob: Mutex::new(100),
        }
    }

    fn transfer(&self, from: Owner, amount: u32) {
        let (mut alice, mut bob) = self.both();
        let (from, to) = match from {
            Owner::Alice => (&mut *alice, &mut *bob),
            Owner::Bob => (&mut *bob, &mut *alice),
        };
        *from -= amount;
        *to += amount;
    }

    fn total(&self) -> u32 {
        let (alice, bob) = self.both();
        *alice + *bob
    }
}
