//! Trials: the same race, run again and again on real threads, and what came out counted.
//!
//! A trial shows what this machine does today.
//! It can show that an outcome happens; it can never show that one does not, so nothing here
//! asserts that a race is seen.
//!
//! - [`together`] starts threads at the same moment and waits for all of them.
//! - [`litmus`] runs a few short actors against millions of fresh states and counts the outcomes.
//! - [`OutcomeTable`] sets those counts beside what the model allows.
//! - [`Counters`] runs the course's first program with two counters in turn, and tells what came of each.
//! - [`LosslessRuns`] says why a race may have stayed out of sight.

mod barrier;
mod counters;
mod crew;
mod litmus;
mod lossless;
mod outcome_table;
mod outcomes;
mod padded;
mod together;
mod verdict;

pub use barrier::{Abandoned, SpinBarrier};
pub use counters::{Counters, Race};
pub use litmus::{Effort, litmus};
pub use lossless::LosslessRuns;
pub use outcome_table::{OutcomeRow, OutcomeTable};
pub use outcomes::Outcomes;
pub use padded::Padded;
pub use together::{Together, together};
pub use verdict::Verdict;
