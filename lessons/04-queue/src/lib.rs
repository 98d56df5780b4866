//! Lesson 04, queue: hand it over instead of sharing it.
//!
//! Each idea is one file, mounted twice: in [`machine`] on real threads, in [`model`] inside the checker.
//! In those files read `world` as `std`; `world::futex` is what `std` builds its own locks on.
//!
//! Nobody waits (`fifo` has the promise; `ring`, where two threads own the two ends):
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `peek_then_pop` | `blocking_queue`, `mpmc_queue`, `parking_queue` | each value is popped once |
//! | `full_looks_empty` | the same | what was accepted comes out in order |
//! | `hasty_pop` | the same | calls fit an order: they are linearizable |
//! | `unpublished_ring` | `lamport_ring`, `spsc_ring` | what was written is read, in weak memory |
//!
//! Whoever comes too early waits (`channel` has the promise):
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `sleepy_consumer` | `blocking_queue`, `parking_queue` | nobody sleeps beside a value |
//! | `lost_on_close` | the same | a closed queue drains |
//! | `unbounded` | the same | a producer waits for room |
//! | | `one_shot` | what is sent is received |
//!
//! [`pipeline`] counts the words of a text, through these queues, those of `std` and of `crossbeam`, and by work stealing.
//! [`schedules`] has programs as data: the ring, a peek and a pop, a close against a push. [`figures`] are the same, drawn for
//! the book.
//!
//! A published bug, reduced (`RUSTSEC-2025-0024`): `freed_twice` breaks the law that what is made is freed once, and
//! `first_block` keeps it.
//!
//! Of all sound ones: nothing leaks, and nothing is dropped twice.
//!
//! # What the model runs
//!
//! Two threads, or three where one of them neither spins nor waits for one that does. Laws about the order of steps are
//! checked in interleaving mode, linearizability too; whatever guards plain memory, and every ordering, in weak mode.
//!
//! | | |
//! |---|---|
//! | `blocking_queue`, `lamport_ring`, `spsc_ring`, `one_shot` | in every execution; a ring of two with three values, with at most 3 preemptions |
//! | `mpmc_queue`, `parking_queue` | in every execution of the smallest laws; of the others, with at most 2 preemptions |
//! | `parking_queue` with two consumers | with at most 1 preemption: two that wait for a push under way make way for each other for ever |
//!
//! In the model nobody wakes for no reason, and a queue that sleeps does not spin before.
//! What `std` and `crossbeam` do inside is theirs: [`pipeline`] runs on the machine alone.

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    use shared::machine as world;

    pub mod backoff;
    pub mod blocking_queue;
    pub mod channel;
    pub mod event_count;
    pub mod fifo;
    pub mod first_block;
    pub mod freed_twice;
    pub mod full_looks_empty;
    pub mod hasty_pop;
    pub mod lamport_ring;
    pub mod laws;
    pub mod lost_on_close;
    pub mod mpmc_queue;
    pub mod one_shot;
    pub mod parking_queue;
    pub mod peek_then_pop;
    pub mod ring;
    pub mod sleepy_consumer;
    pub mod spsc_ring;
    pub mod unbounded;
    /// Mounted only where a detector watches: what comes of it is a data race.
    #[cfg(sanitizing)]
    pub mod unpublished_ring;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod backoff;
    pub mod blocking_queue;
    pub mod channel;
    pub mod event_count;
    pub mod fifo;
    pub mod first_block;
    pub mod freed_twice;
    pub mod full_looks_empty;
    pub mod hasty_pop;
    pub mod lamport_ring;
    pub mod laws;
    pub mod lost_on_close;
    pub mod mpmc_queue;
    pub mod one_shot;
    pub mod parking_queue;
    pub mod peek_then_pop;
    pub mod ring;
    pub mod sleepy_consumer;
    pub mod spsc_ring;
    pub mod unbounded;
    pub mod unpublished_ring;
}

pub mod closing;
pub mod failures;
pub mod figures;
pub mod pipeline;
pub mod schedules;
