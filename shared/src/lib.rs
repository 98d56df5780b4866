//! The two worlds every lesson runs in, and the tools that look at what happened there.
//!
//! | module | holds |
//! |---|---|
//! | [`machine`] | `std`, under the names that the model stands for |
//! | [`model`] | the same names in a checker that explores every interleaving |
//! | [`explore`] | small programs as data, all their schedules, exact counts |
//! | [`trial`] | real threads, started together, and what came of it |
//! | [`timeline`] | one execution as a picture |
//! | [`history`] | whether calls that overlapped could have been made one at a time |
//! | [`terminal`] | what the lessons' binaries have in common |
//! | [`text`] | a text of any size, in chunks that threads can work on |
//! | [`figure`] | a program as a figure in which the reader is the scheduler |
//! | [`exercise`] | a check of a learner's answer, and how its verdict is told |
//!
//! A lesson's file is written once and mounted in both worlds, so one `cargo test` runs it on threads and in the model.

mod accounted;
mod failure;
mod law;

pub mod exercise;
pub mod explore;
pub mod figure;
pub mod history;
pub mod machine;
pub mod model;
pub mod terminal;
pub mod text;
pub mod timeline;
pub mod trial;

pub use accounted::{Structure, Unrefuted, assert_orderings_are_accounted_for};
pub use failure::Failure;
pub use law::assert_holds;
