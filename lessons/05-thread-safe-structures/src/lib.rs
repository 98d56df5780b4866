//! Lesson 05, thread-safe structures: safe parts, unsafe sum.
//!
//! Each idea is one file, mounted twice: in [`machine`] on real threads, in [`model`] inside the checker.
//! In those files read `world` as `std`, and `world::epoch` as `crossbeam_epoch`.
//!
//! Calls that are one step each:
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `get_then_insert`, `contains_then_insert` | `by_entry`, on `sharded_map` | no word is lost |
//! | `ref_held_across` | `price_tags` | whoever copies a price gets on |
//! | `len_and_iterate` | `snapshot` | a visitor who changes seats is seen |
//! | `shop::oversold` | the five others of [`shop`](machine::shop) | a seat is sold once, and every seat is sold |
//! | | `striped_counter` | no increment is lost |
//!
//! Structures without a lock, whose `unsafe` and orderings are checked in weak mode:
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `aba_stack` | `tagged_stack` | a slot is one thread's at a time |
//! | `freed_too_early` | `treiber_stack` | nothing is freed while readable, nothing is leaked |
//!
//! And over all of them, in `linear`: every operation is linearizable, as `specifications` says what it does alone.
//!
//! [`schedules`] has programs as data, and [`figures`] are the same, drawn for the book.
//!
//! # What is not in the model
//!
//! `DashMap` has locks of its own, which the checker cannot see. `dashed` is mounted on the machine alone, and what is said of
//! it is what was seen there; in the model `ShardedMap` stands for it. `crossbeam-epoch` is not checked either: the stack is,
//! against what it promises (see `shared::model::epoch` for the limits of that).
//! Three threads at the stack are checked with at most 3 preemptions, the four of the shop with a queue with at most 2;
//! everything else in every execution.

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    /// `std`, and `crossbeam-epoch` by the name that the model gives it; only this lesson builds it.
    mod world {
        pub use crossbeam_epoch as epoch;
        pub use shared::machine::*;
    }

    pub mod aba_stack;
    pub mod by_entry;
    pub mod contains_then_insert;
    pub mod dashed;
    pub mod free_list;
    /// Mounted only where a detector watches: what comes of it is a use after free.
    #[cfg(sanitizing)]
    pub mod freed_too_early;
    pub mod get_then_insert;
    pub mod hall;
    pub mod laws;
    pub mod len_and_iterate;
    pub mod linear;
    pub mod price_tags;
    pub mod ref_held_across;
    pub mod sharded_map;
    pub mod shop;
    pub mod snapshot;
    pub mod specifications;
    pub mod stack;
    pub mod stack_laws;
    pub mod striped_counter;
    pub mod tagged_stack;
    pub mod treiber_stack;
    pub mod words;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod aba_stack;
    pub mod by_entry;
    pub mod contains_then_insert;
    pub mod free_list;
    pub mod freed_too_early;
    pub mod get_then_insert;
    pub mod hall;
    pub mod laws;
    pub mod len_and_iterate;
    pub mod linear;
    pub mod price_tags;
    pub mod ref_held_across;
    pub mod sharded_map;
    pub mod shop;
    pub mod snapshot;
    pub mod specifications;
    pub mod stack;
    pub mod stack_laws;
    pub mod striped_counter;
    pub mod tagged_stack;
    pub mod treiber_stack;
    pub mod words;
}

pub mod failures;
pub mod figures;
pub mod schedules;
