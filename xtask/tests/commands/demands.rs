//! What a lesson's folder must hold: every missing or surplus piece is named.

use crate::course::{Course, RED, RED_ON_PURPOSE};

#[test]
fn a_lesson_without_failing_tests_is_named() {
    let course = Course::new("no_failing");
    course.lesson("01-race", "race", "");
    course.lesson("02-lock", "lock", RED_ON_PURPOSE);
    course.write("lessons/02-lock/tests/failing.rs", "//! Nothing yet.\n");
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &[
            "tests/failing.rs is missing",
            "tests/failing.rs holds no test",
            "2 other errors",
        ],
    );
}

#[test]
fn failing_tests_that_a_bare_cargo_test_would_run_are_named() {
    let course = Course::new("not_declared");
    course.lesson("01-race", "race", "");
    course.write("lessons/01-race/tests/failing.rs", RED);
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &["a bare `cargo test` runs tests/failing.rs", "test = false"],
    );
}

#[test]
fn a_package_that_is_not_called_as_its_folder_is_named() {
    let course = Course::new("misnamed");
    course.lesson("01-race", "races", "");
    course.xtask(&["check", "01-race"]).demand(
        1,
        &["the folder of package `races` is `01-race`, not `NN-races`"],
    );
}

#[test]
fn a_program_that_cargo_does_not_build_is_named() {
    let course = Course::with_failing("undeclared", RED);
    course.write("lessons/01-race/sanitize/tear.rs", "fn main() {}\n");
    course
        .xtask(&["check"])
        .demand(1, &["sanitize/tear.rs is no [[example]] of Cargo.toml"]);
}

#[test]
fn a_lesson_outside_the_workspace_is_named() {
    let course = Course::with_failing("outside", RED);
    course.lesson("10-more", "more", "");
    course.xtask(&["check"]).demand(
        1,
        &["lessons/10-more is not among the default members in Cargo.toml"],
    );
}
