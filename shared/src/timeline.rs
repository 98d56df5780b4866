//! One execution as a picture: a lane per thread, a row per step, and why it could happen.
//!
//! An [`Execution`] is plain values; it does not know whether the model, the explorer or a test wrote it down.
//! [`Timeline::of`] puts its steps into the order that is easiest to read and reaches a [`Verdict`];
//! [`Timeline::text`] draws it for a terminal of any width and [`Timeline::svg`] for a page of any colour.
//!
//! The steps that a person most wants to see stand out in both: a read of a value that had been overwritten,
//! a step that waits for ever and for whom, the step or the assertion that failed.
//!
//! # Examples
//!
//! ```
//! use shared::timeline::{Effect, Execution, Place, Step, Timeline, Value, Verdict};
//!
//! let step = |lane, operation, effect| Step::new(lane, operation, effect, Place::unknown()).on(0);
//! let lost_update = Execution {
//!     lanes: vec!["A".into(), "B".into()],
//!     objects: vec!["counter".into()],
//!     steps: vec![
//!         step(0, "new", Effect::Write(Value::Unsigned(0))),
//!         step(0, "load", Effect::Read(Value::Unsigned(0))),
//!         step(0, "store", Effect::Write(Value::Unsigned(1))),
//!         step(1, "load", Effect::Read(Value::Unsigned(0))), // stale, as recorded
//!         step(1, "store", Effect::Write(Value::Unsigned(1))),
//!     ],
//!     calls: Vec::new(),
//!     failure: None,
//! };
//!
//! let timeline = Timeline::of(&lost_update);
//! assert_eq!(timeline.verdict(), Verdict::Interleaving);
//! let order: Vec<usize> = timeline.rows().iter().map(|row| row.step.lane).collect();
//! assert_eq!(order, [0, 0, 1, 1, 0]); // both read before either writes
//! ```

mod arrange;
mod call;
mod chart;
mod execution;
mod failure;
mod place;
mod step;
mod svg;
mod text;
mod value;
mod wording;

pub use arrange::{Row, Timeline, Verdict};
pub use call::Call;
pub use chart::{Chart, Drawing};
pub use execution::Execution;
pub use failure::{Failure, FailureKind};
pub use place::Place;
pub use step::{Effect, State, Step};
pub use text::Text;
pub use value::Value;

pub(crate) use svg::escape;
