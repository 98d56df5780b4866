//! Judges whether calls that overlapped could have been made one at a time.
//!
//! A [`History`] holds what threads asked of one object, from when to when, and what came back.
//! It is linearizable (Herlihy and Wing, *Linearizability: A Correctness Condition for Concurrent Objects*, 1990)
//! if there is an order of the operations in which one thread alone would have got the same replies
//! from a [`Sequential`] object, and no operation comes before one that had returned when it began.
//! [`judge`] finds such an order, or the first reply for which there is none.
//!
//! A recorder writes the history down: [`model::history`](crate::model::history) in every execution of a check,
//! [`machine::history`](crate::machine::history) in one run on real threads.

mod judge;
mod misfit;
mod operation;
mod queue;
mod returns;
mod sequential;
mod stack;

pub use judge::{Linearization, judge};
pub use misfit::Misfit;
pub use operation::{History, Operation};
pub use queue::{Queue, QueueCall, QueueReply};
pub use sequential::Sequential;
pub use stack::{Stack, StackCall, StackReply};
