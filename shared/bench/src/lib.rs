//! What each fix costs, and what the model costs.
//!
//! Figures of one contender come from criterion; a sentence that compares two comes from [`Paired`], and one that
//! compares several, in several threads, from a [`Contest`]. Both run their contenders in turn in one process,
//! since a machine's speed drifts between two runs.

mod beside;
mod contest;
mod course;
mod handover;
mod launch;
pub mod machine;
mod measured;
mod own;
mod paired;
mod placement;
mod plot;
mod program;
mod quantiles;
mod run_queue;
mod sample;
mod scoreboard;
mod spread;
mod standing;
mod timed;
mod watch;

pub use beside::beside;
pub use contest::{Case, Contender, Contest, Rounds, Score, Side};
pub use course::{Course, Exercise};
pub use handover::{Giver, Taker, handed_over, passed_through};
pub use launch::launches;
pub use measured::{command, conditions, record, record_plot};
pub use own::Own;
pub use paired::Paired;
pub use placement::place;
pub use plot::{Lane, Mark, Plot, Ratio, Row, plots};
pub use program::Program;
pub use quantiles::Quantiles;
pub use sample::Sample;
pub use scoreboard::scoreboard;
pub use spread::Spread;
pub use standing::{Standing, Verdict};
pub use timed::{Signal, timed};
pub use watch::Watch;
