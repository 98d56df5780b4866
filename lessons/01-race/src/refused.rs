//! What Rust refuses: the races that cannot be written without `unsafe`.
//!
//! A **data race** is two threads at one plain memory location at once, one of them writing, with nothing that orders them.
//! It is undefined behaviour, and safe Rust does not compile it: that is what the claims below show.
//! A **race condition** is a result that depends on who gets there first.
//! Safe Rust compiles it without a word, as the rest of this lesson shows.
//! A program can have either without the other.
//!
//! # A count of references that is not atomic
//!
//! `Rc` counts its owners by load, add and store, as [`RacyCounter`](crate::machine::racy::RacyCounter) does.
//!
//! <!-- ANCHOR: rc -->
//! ```compile_fail,E0277
//! use std::rc::Rc;
//! use std::thread;
//!
//! let shop = Rc::new("row 7");
//! let also = Rc::clone(&shop);
//! thread::spawn(move || println!("{also}")); // `Rc<&str>` cannot be sent between threads safely
//! ```
//! <!-- ANCHOR_END: rc -->
//!
//! `Arc` counts them by `fetch_add`:
//!
//! ```
//! use std::sync::Arc;
//! use std::thread;
//!
//! let shop = Arc::new("row 7");
//! let also = Arc::clone(&shop);
//! thread::spawn(move || println!("{also}")).join().unwrap();
//! ```
//!
//! # A cell that anybody may write
//!
//! `Cell` lets every holder of a reference write, with nothing that orders the writes.
//!
//! <!-- ANCHOR: cell -->
//! ```compile_fail,E0277
//! use std::cell::Cell;
//! use std::thread;
//!
//! let sold = Cell::new(0);
//! thread::scope(|scope| {
//!     scope.spawn(|| sold.set(sold.get() + 1)); // `Cell<i32>` cannot be shared between threads safely
//! });
//! ```
//! <!-- ANCHOR_END: cell -->
//!
//! An atomic may be shared. Whether its *increment* is indivisible is for the programmer to see to:
//!
//! ```
//! use std::sync::atomic::{AtomicI32, Ordering::Relaxed};
//! use std::thread;
//!
//! let sold = AtomicI32::new(0);
//! thread::scope(|scope| {
//!     scope.spawn(|| sold.fetch_add(1, Relaxed));
//! });
//! assert_eq!(sold.into_inner(), 1);
//! ```
//!
//! # Two writers at once
//!
//! ```compile_fail,E0499
//! use std::thread;
//!
//! let mut sold = 0;
//! thread::scope(|scope| {
//!     scope.spawn(|| sold += 1);
//!     scope.spawn(|| sold += 1); // cannot borrow `sold` as mutable more than once at a time
//! });
//! ```
//!
//! One after the other they may:
//!
//! ```
//! use std::thread;
//!
//! let mut sold = 0;
//! thread::scope(|scope| {
//!     scope.spawn(|| sold += 1);
//! });
//! thread::scope(|scope| {
//!     scope.spawn(|| sold += 1);
//! });
//! assert_eq!(sold, 2);
//! ```
//!
//! # A borrow that could outlive its owner
//!
//! ```compile_fail,E0373
//! use std::thread;
//!
//! fn announce() {
//!     let seats = vec![7, 8];
//!     thread::spawn(|| println!("{seats:?}")); // closure may outlive the current function
//! }
//! ```
//!
//! Give the value away, and wait for the thread that has it:
//!
//! ```
//! use std::thread;
//!
//! let seats = vec![7, 8];
//! let reader = thread::spawn(move || seats.len());
//! assert_eq!(reader.join().unwrap(), 2);
//! ```
//!
//! # A variable that every function can reach
//!
//! ```compile_fail,E0133
//! static mut SOLD: u32 = 0;
//!
//! fn sell() {
//!     SOLD += 1; // use of mutable static is unsafe
//! }
//! ```
//!
//! An atomic static needs no `unsafe`:
//!
//! ```
//! use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
//!
//! static SOLD: AtomicU32 = AtomicU32::new(0);
//! SOLD.fetch_add(1, Relaxed);
//! assert_eq!(SOLD.load(Relaxed), 1);
//! ```
