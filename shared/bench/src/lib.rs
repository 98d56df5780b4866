//! What each fix costs, and what the model costs.
//!
//! Figures of one contender come from criterion; a sentence that compares two comes from [`Paired`],
//! which runs them in turn in one process, since a machine's speed drifts between two runs.

mod course;
pub mod machine;
mod measured;
mod paired;
mod spread;
mod watch;

pub use course::{Course, Exercise};
pub use measured::{conditions, record};
pub use paired::Paired;
pub use spread::Spread;
pub use watch::Watch;
