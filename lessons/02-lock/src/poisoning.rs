//! Poisoning: what a panic under a lock leaves behind may be half done, and `std` tells the next who comes.
//!
//! A critical section may break an invariant for a moment, since nobody looks. A panic in that moment unlocks, by the
//! guard's drop, and the value stays broken:
//!
//! <!-- ANCHOR: poison -->
//! ```
//! use std::sync::{Arc, Mutex};
//! use std::thread;
//!
//! let accounts = Arc::new(Mutex::new([100, 100]));
//! let clerk = thread::spawn({
//!     let accounts = Arc::clone(&accounts);
//!     move || {
//!         let mut accounts = accounts.lock().unwrap();
//!         accounts[0] -= 10;
//!         panic!("the pen ran dry"); // before `accounts[1] += 10`
//!     }
//! });
//! assert!(clerk.join().is_err());
//!
//! let poisoned = accounts.lock().unwrap_err();
//! assert_eq!(*poisoned.into_inner(), [90, 100]); // 10 are gone, and whoever locks is told
//! ```
//! <!-- ANCHOR_END: poison -->
//!
//! Poison is advice, not protection: `into_inner` hands the guard out all the same.
//! Three answers are common, and each is right somewhere:
//!
//! - **Give up too** (`lock().unwrap()`): the value cannot be trusted, so the panic spreads to all who need it.
//!   This lesson's files do so, with `expect` and the reason why no panic is due.
//! - **Mend it**: take the value out of the error, restore the invariant, and call `Mutex::clear_poison`.
//! - **Ignore it** (`unwrap_or_else(PoisonError::into_inner)`): right where every single step leaves the value whole,
//!   as a push to a list does.
//!
//! Poisoning costs a look at the thread's panic count at each lock and unlock. The locks of
//! [`guarded`](crate::machine::guarded) leave it out, as those of the crates `parking_lot` and `spin` do: their guard
//! unlocks while a panic unwinds, and the next thread finds the value as it was left.
//!
//! ```
//! use lock::machine::futex_lock::FutexLock;
//! use std::sync::Arc;
//! use std::thread;
//!
//! let accounts = Arc::new(FutexLock::new([100, 100]));
//! let clerk = thread::spawn({
//!     let accounts = Arc::clone(&accounts);
//!     move || {
//!         let mut accounts = accounts.lock();
//!         accounts[0] -= 10;
//!         panic!("the pen ran dry");
//!     }
//! });
//! assert!(clerk.join().is_err());
//! assert_eq!(*accounts.lock(), [90, 100]); // and nobody is told
//! ```
//!
//! A lock that stayed locked instead would turn one thread's panic into a deadlock of all the others.
