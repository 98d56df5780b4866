//! Lesson 02, lock: one at a time.
//!
//! Each idea is one file, mounted twice: in [`machine`] on real threads, in [`model`] inside the checker.
//! In those files read `world` as `std`; `world::futex` is what `std` builds its own locks on.
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `racy`, `dropped_guard` | `locked` | no update is lost |
//! | `split_section` | `sale` | a seat is sold once |
//! | `torn_transfer` | `bank` | money is never out of sight |
//! | `opposite_order` | `bank` | opposite transfers both end |
//! | `philosophers::left_fork_first` | `philosophers::lower_fork_first` | everybody eats |
//! | `held_too_long` | `desk` | each visitor has a ticket of their own |
//! | `upgraded_read` | `price_list` | the price is asked for once |
//! | `lost_wakeup` | `handover` | what is put is taken |
//! | `asked_once` | `handover` | each taker gets a ticket |
//! | lesson 01's two processes | [`processes`] | no update is lost across processes |
//!
//! Inside a lock (`guarded` has what they share, `unsafe` included):
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `relaxed_unlock` | `test_and_set`, `spin`, `ticket` | no update is lost, in weak memory |
//! | `forgotten_sleeper` | `futex_lock` | the same, and nobody sleeps for ever |
//! | | `read_write` (its guards: `guarded_reads`) | nobody sees half a write, readers go in together |
//!
//! **Thread synchronization**, to wait for others and not only to keep them out: the join in `counter`,
//! the condition variable in `handover`, the `semaphore`, the `barrier`.
//!
//! # How many threads
//!
//! The model runs every law with at least two threads, in every execution. Of three it runs:
//!
//! | | three threads |
//! |---|---|
//! | `locked`, `philosophers` | in every execution |
//! | `futex_lock` | with at most 3 preemptions; a wakeup that is lost shows with 2 |
//! | `read_write`, `semaphore`, `barrier` | with at most 2 preemptions |
//! | `test_and_set`, `spin`, `ticket` | not at all: three that spin on one word do not terminate there |
//!
//! With two threads and at most 3 preemptions are checked: two rounds at the `barrier`, and that a writer who waits keeps
//! new readers out of `read_write`.
//! In the model no lock is poisoned, nobody wakes for no reason, and a lock that sleeps does not look again before
//! (`hint::LOOKS` is 0 there; with 1 the laws hold, too).

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    use shared::machine as world;

    pub mod asked_once;
    pub mod backoff;
    pub mod bank;
    pub mod barrier;
    pub mod counter;
    pub mod desk;
    pub mod dropped_guard;
    pub mod forgotten_sleeper;
    pub mod futex_lock;
    pub mod guarded;
    pub mod guarded_reads;
    pub mod handover;
    pub mod held_too_long;
    pub mod laws;
    pub mod locked;
    pub mod lost_wakeup;
    pub mod opposite_order;
    pub mod patience;
    pub mod philosophers;
    pub mod price_list;
    pub mod racy;
    pub mod read_write;
    /// Mounted only where a detector watches: what it guards is a data race.
    #[cfg(sanitizing)]
    pub mod relaxed_unlock;
    pub mod sale;
    pub mod semaphore;
    pub mod spin;
    pub mod split_section;
    pub mod test_and_set;
    pub mod ticket;
    pub mod torn_transfer;
    pub mod upgraded_read;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod asked_once;
    pub mod backoff;
    pub mod bank;
    pub mod barrier;
    pub mod counter;
    pub mod desk;
    pub mod dropped_guard;
    pub mod forgotten_sleeper;
    pub mod futex_lock;
    pub mod guarded;
    pub mod guarded_reads;
    pub mod handover;
    pub mod held_too_long;
    pub mod laws;
    pub mod locked;
    pub mod lost_wakeup;
    pub mod opposite_order;
    pub mod patience;
    pub mod philosophers;
    pub mod price_list;
    pub mod racy;
    pub mod read_write;
    pub mod relaxed_unlock;
    pub mod sale;
    pub mod semaphore;
    pub mod spin;
    pub mod split_section;
    pub mod test_and_set;
    pub mod ticket;
    pub mod torn_transfer;
    pub mod upgraded_read;
}

pub mod deadlock;
pub mod failures;
pub mod figures;
pub mod poisoning;
pub mod processes;
pub mod schedules;
pub mod wait_for;
