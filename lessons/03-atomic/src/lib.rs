//! Lesson 03, atomic: one indivisible step, and in which order others see it.
//!
//! Each idea is one file, mounted twice: in [`machine`] on real threads, in [`model`] inside the checker.
//! In those files read `world` as `std`.
//!
//! One indivisible step:
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `racy` | `counter` | no update is lost |
//! | | `striped`: several words, each for some of the threads | no update is lost |
//! | | `owned_cells`: a word for each thread, written by load and store | no update is lost |
//! | `wrapping_sales` | `bounded_sale` | no more are sold than there are |
//!
//! In which order others see it, checked in weak mode:
//!
//! | broken | sound | law |
//! |---|---|---|
//! | `relaxed_message` | `message` | ready means written |
//! | `store_buffer` | `dekker` | one enters at most |
//! | `checked_twice` | `double_checked` | a value is made once |
//! | `torn_read` | `seqlock` | what is read was written together |
//! | `eager_free` | `refcount` (`shared_value` has what the two share, `unsafe` included) | the last owner frees |
//! | | `stop_flag` | whoever is told to stop stops |
//! | | `peterson` | two parties exclude each other |
//!
//! `litmus` has the shapes of which all such orders are made, and their outcomes.

/// The lesson on the machine: `world` is `std`.
#[path = "."]
pub mod machine {
    use shared::machine as world;

    pub mod bounded_sale;
    /// Mounted only where a detector watches: what comes of it is a data race.
    #[cfg(sanitizing)]
    pub mod checked_twice;
    pub mod counter;
    pub mod dekker;
    pub mod double_checked;
    /// Mounted only where a detector watches: what comes of it is a data race.
    #[cfg(sanitizing)]
    pub mod eager_free;
    pub mod laws;
    pub mod litmus;
    pub mod message;
    pub mod owned_cells;
    pub mod peterson;
    pub mod racy;
    pub mod refcount;
    pub mod relaxed_message;
    pub mod seqlock;
    pub mod shared_value;
    pub mod stop_flag;
    pub mod store_buffer;
    pub mod striped;
    pub mod torn_read;
    pub mod wrapping_sales;
}

/// The lesson in the checker: `world` is the model.
#[path = "."]
pub mod model {
    use shared::model as world;

    pub mod bounded_sale;
    pub mod checked_twice;
    pub mod counter;
    pub mod dekker;
    pub mod double_checked;
    pub mod eager_free;
    pub mod laws;
    pub mod litmus;
    pub mod message;
    pub mod owned_cells;
    pub mod peterson;
    pub mod racy;
    pub mod refcount;
    pub mod relaxed_message;
    pub mod seqlock;
    pub mod shared_value;
    pub mod stop_flag;
    pub mod store_buffer;
    pub mod striped;
    pub mod torn_read;
    pub mod wrapping_sales;
}

pub mod failures;
pub mod figures;
pub mod schedules;
