//! The world of the checker: `std`'s names, with every interleaving of a small program explored.
//!
//! Read `model` as `std`: `model::sync::atomic::AtomicUsize` stands for `std::sync::atomic::AtomicUsize`.
//! Code written against these types runs inside [`check`], which executes it once for every schedule that differs,
//! by means of [loom](https://docs.rs/loom) (after Norris and Demsky, *CDSChecker*, 2013), and records each operation,
//! so that a failure comes back as a [`Counterexample`] whose timeline a person can follow.
//!
//! # Examples
//!
//! ```
//! use shared::model::{self, Mode, sync::atomic::{AtomicUsize, Ordering::SeqCst}, thread};
//! use std::sync::Arc;
//!
//! let found = model::check(Mode::Interleaving, || {
//!     let counter = Arc::new(AtomicUsize::new(0));
//!     let increment = |counter: &AtomicUsize| counter.store(counter.load(SeqCst) + 1, SeqCst);
//!     let other = thread::spawn({ let counter = Arc::clone(&counter); move || increment(&counter) });
//!     increment(&counter);
//!     other.join().unwrap();
//!     assert_eq!(counter.load(SeqCst), 2, "an update was lost");
//! });
//! let counterexample = found.unwrap_err();
//! assert!(counterexample.to_string().contains("explained by interleaving alone"));
//! ```
//!
//! # Two memory modes
//!
//! Used directly, loom 0.7.3 misses executions of programs in which two threads each load and then store one variable,
//! lets a plain store come between the two halves of a read-modify-write, and treats `SeqCst` as `AcqRel`.
//! Both modes avoid this by how they call loom; `tests/differential.rs` and `tests/litmus.rs` hold them against
//! independent enumerators.
//!
//! | | [`Mode::Interleaving`] | [`Mode::Weak`] |
//! |---|---|---|
//! | threads take turns | yes | yes |
//! | a load may see an older value | no | where the orderings allow it |
//! | shows a missing `Acquire` or `Release` | no: every atomic operation synchronises | yes |
//! | use it for | the order of the program's own steps | every claim about an ordering, whatever guards an [`UnsafeCell`](cell::UnsafeCell) |
//!
//! # Limits
//!
//! A check says "no failure in N executions of this model", and a model is smaller than the machine.
//! What C11 allows and weak mode never shows, as `tests/litmus.rs` pins it (nothing that C11 forbids is shown there):
//!
//! - Load buffering: a load never sees a store that is made later.
//! - 2+2W, and S with `Relaxed`: a store is the newest in modification order when it is made.
//! - A store carries on the release sequence that it overwrites, as only a read-modify-write should.
//! - A store reads what it overwrites: with an `Acquire` fence after it, it takes over what that store has published.
//! - A `SeqCst` access acts as if it stood between `SeqCst` fences,
//!   which is too strong where other accesses of the same variables are weaker (IRIW-acq-sc, Z6.U, SB+rfis).
//! - A compare-exchange that is refused has read the newest value, and `compare_exchange_weak` never fails spuriously.
//!
//! What else a model lacks:
//!
//! - Five threads in all, `main` included; a thread's slot is not used again after its end.
//! - A condition variable and a [`futex`] never wake spuriously, and whoever is woken sees what the waker had done.
//! - A lock is not poisoned; nothing times out; there is no `Weak`, no `sleep` and no `const` constructor.
//! - A read–write lock lets a reader in though a writer waits, and refuses a second read by the same thread.
//! - A loop that waits must call [`hint::spin_loop`] or [`thread::yield_now`], and two threads can wait so, not three.
//!   Whoever yields lets others go first: the executions in which it goes straight on are left out.
//! - While a panic unwinds, a `Drop` does not reach the checker: locks are given at once, threads do not start,
//!   and if the panic is then caught, the execution ends as a failure.
//! - Each thread has a stack of 32 KiB: build large values outside.
//! - [`epoch`], which stands for `crossbeam_epoch`, has limits of its own.

mod check;
mod counterexample;
mod hook;
mod naming;
mod orderings;
mod record;
mod told;
mod wait;

pub mod cell;
pub mod epoch;
pub mod futex;
pub mod hint;
pub mod history;
pub mod sync;
pub mod thread;

pub(crate) use check::at_most;
pub use check::{Explored, Mode, Model, check, outcomes};
pub use counterexample::Counterexample;
pub(crate) use counterexample::data_race;
pub use naming::Named;
pub use orderings::{Site, Weakening};
pub use told::{Call, call};
