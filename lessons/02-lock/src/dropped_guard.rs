//! Dropping the guard at once: `let _ =` binds nothing, so the critical section is over before it begins.
//!
//! Where the guard is `std`'s, the compiler refuses it; of anybody else's guard it says nothing.
//!
//! ```compile_fail
//! let gate = std::sync::Mutex::new(());
//! let _ = gate.lock(); // error: non-binding let on a synchronization lock
//! ```
//!
//! A name that begins with an underscore binds, and keeps the lock to the end of the block:
//!
//! ```
//! let gate = std::sync::Mutex::new(());
//! let _guard = gate.lock();
//! assert!(gate.try_lock().is_err());
//! ```

use super::counter::Counter;
use super::world::sync::Mutex;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Takes the lock, gives it back, and then counts.
#[derive(Debug)]
pub struct DroppedGuard {
    gate: Mutex<()>,
    /// Meant to be touched under `gate` only. Nothing enforces it: the lock does not own the value.
    value: AtomicUsize,
}

impl Counter for DroppedGuard {
    fn zero() -> Self {
        Self {
            gate: Mutex::new(()),
            value: AtomicUsize::new(0),
        }
    }

    // ANCHOR: increment
    #[allow(
        let_underscore_lock,
        reason = "the defect itself; the lint knows the guard on the machine and not in the model"
    )]
    fn increment(&self) {
        let _ = self.gate.lock();
        // Relaxed would do under a lock. There is none here, and no stronger ordering would save the update.
        let seen = self.value.load(Relaxed);
        self.value.store(seen + 1, Relaxed);
    }
    // ANCHOR_END: increment

    fn get(&self) -> usize {
        self.value.load(Relaxed)
    }
}
