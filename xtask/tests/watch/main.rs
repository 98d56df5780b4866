//! `cargo xtask` at a terminal, and `watch` without one too, in small courses made for the purpose.
#![cfg(unix)]

mod check;
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
mod question;
mod saving;
#[path = "../commands/signals.rs"]
mod signals;
mod terminal;
mod together;
mod without_terminal;

use course::Course;

/// A course in which exercises `one` and `two` wait to be solved; `name` is for its folder.
fn course(name: &str) -> Course {
    Course::with_exercises(&format!("watch {name}"), &["one", "two"])
}
