//! `cargo xtask watch` at a terminal, and without one, in small courses made for the purpose.
#![cfg(unix)]

#[allow(
    dead_code,
    reason = "the tests of the other commands use the rest of it"
)]
#[path = "../commands/course.rs"]
mod course;
mod ending;
#[allow(
    dead_code,
    reason = "the tests of the other commands use the rest of it"
)]
#[path = "../commands/exercise.rs"]
mod exercise;
mod keys;
#[allow(dead_code, reason = "the guardian runs in `xtask` itself")]
#[path = "../../src/watch/modes/unix.rs"]
mod modes;
mod saving;
mod terminal;
mod without_terminal;

use course::Course;

/// A course in which exercises `one` and `two` wait to be solved; `name` is for its folder.
fn course(name: &str) -> Course {
    Course::with_exercises(&format!("watch {name}"), &["one", "two"])
}
