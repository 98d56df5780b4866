//! What each fix costs, and what the model costs.
//!
//! Figures of one contender come from criterion; a sentence that compares two comes from [`Paired`],
//! which runs them in turn in one process, since a machine's speed drifts between two runs.

mod paired;

pub use paired::Paired;
