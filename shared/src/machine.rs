//! The world of the machine: `std` itself, under the names that [`model`](crate::model) stands for.
//!
//! Everything here is a re-export, but for [`cell::UnsafeCell`], [`Named`] and [`call`], which compile to nothing,
//! and for [`futex`], [`hint::LOOKS`], [`thread::number`] and
//! [`fence_behind_update`](sync::atomic::fence_behind_update), which `std` does not offer.
//! A name that the model lacks is left out here too, so that a lesson's file fails to compile in both worlds or in none.
//! `epoch`, which is `crossbeam_epoch`, is added by the one lesson that needs it, so that the others do not build it.
//!
//! # Examples
//!
//! ```
//! use shared::machine::{sync::{Arc, atomic::{AtomicUsize, Ordering::Relaxed}}, thread};
//!
//! let counter = Arc::new(AtomicUsize::new(0));
//! let other = thread::spawn({ let counter = Arc::clone(&counter); move || counter.fetch_add(1, Relaxed) });
//! counter.fetch_add(1, Relaxed);
//! other.join().unwrap();
//! assert_eq!(counter.load(Relaxed), 2);
//! ```

mod fences;

/// `std::cell`, as far as threads share it.
pub mod cell;
/// What `std` builds its own locks on and keeps to itself.
pub mod futex;

/// Records what threads ask of an object, and judges it.
pub mod history;

mod number;
mod told;

pub use told::{Call, call};

/// `std::hint`.
pub mod hint {
    pub use std::hint::spin_loop;

    /// How often a lock looks again before it sleeps.
    ///
    /// With a yield between them so many looks take about as long as to sleep and be woken: 20 microseconds, on a
    /// virtual machine of 2026.
    pub const LOOKS: u32 = 100;
}

/// `std::sync`.
pub mod sync {
    pub use std::sync::{
        Arc, Barrier, BarrierWaitResult, Condvar, LockResult, Mutex, MutexGuard, OnceLock,
    };
    pub use std::sync::{
        PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError, TryLockResult,
    };

    /// `std::sync::atomic`.
    pub mod atomic {
        pub use crate::machine::fences::fence_behind_update;
        pub use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering, fence};
        pub use std::sync::atomic::{AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize};
        pub use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};
    }
}

/// `std::thread`.
pub mod thread {
    pub use std::thread::{Builder, JoinHandle, Result, Scope, ScopedJoinHandle, Thread, ThreadId};
    pub use std::thread::{current, panicking, park, scope, spawn, yield_now};

    pub use super::number::number;
}

/// Names an object in the model's timelines; on the machine it returns the object as it is.
pub trait Named: Sized {
    /// Returns the object.
    #[must_use]
    fn named(self, _name: &'static str) -> Self {
        self
    }
}

impl<T> Named for T {}
