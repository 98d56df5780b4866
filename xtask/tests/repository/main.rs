//! `cargo xtask` in a copy of this repository: its own exercises, answered, and the faults that only its model can have.
//!
//! The copy stays between runs with what was built in it: the first builds `shared` and loom, which takes some 10 s.

mod contributing;
mod copy;
#[allow(
    dead_code,
    reason = "the tests of the other commands use the rest of it"
)]
#[path = "../commands/course.rs"]
mod course;
mod documents;
mod exercises;
#[cfg(unix)]
mod faults;
mod learning;
