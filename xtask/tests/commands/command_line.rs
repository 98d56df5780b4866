//! The command line: help where it is asked for, and one line where it is wrong.

use crate::course::{Course, RED};

#[test]
fn help_is_given_in_every_form() {
    let course = Course::new("help");
    let overview = course.xtask(&["--help"]);
    overview.demand(
        0,
        &[
            "Usage: cargo xtask COMMAND",
            "  check ",
            "  bless ",
            "  sanitize ",
        ],
    );
    assert_eq!(course.xtask(&["help"]).stdout, overview.stdout);
    for verb in ["check", "bless", "sanitize"] {
        let help = course.xtask(&[verb, "--help"]);
        help.demand(
            0,
            &[
                &format!("Usage: cargo xtask {verb} [NAME…]"),
                "--limit SECONDS",
                "Exit code",
            ],
        );
        assert_eq!(course.xtask(&["help", verb]).stdout, help.stdout);
        assert_eq!(course.xtask(&[verb, "race", "-h"]).stdout, help.stdout);
    }
}

#[test]
fn a_wrong_command_line_ends_with_two_and_one_line() {
    let course = Course::with_failing("usage", RED);
    let wrong: [(&[&str], &str); 11] = [
        (
            &["chekc"],
            "no command is called `chekc`; did you mean `check`? (known: list, check, watch, hint, solution, reset, replay, bless, sanitize, bench, book)",
        ),
        (
            &["frobnicate"],
            "no command is called `frobnicate` (known: list, check, watch, hint, solution, reset, replay, bless, sanitize, bench, book)",
        ),
        (
            &["help", "blss"],
            "no command is called `blss`; did you mean `bless`?",
        ),
        (
            &["check", "rcae"],
            "no lesson, exercise or package is called `rcae`; did you mean `race`? (known: race)",
        ),
        (
            &["bless", "shared"],
            "no lesson is called `shared` (known: race)",
        ),
        (
            &["check", "--limit", "0"],
            "--limit: `0` is not a number of seconds from 1 to 86400",
        ),
        (
            &["check", "--limit=soon"],
            "--limit: `soon` is not a number of seconds from 1 to 86400",
        ),
        (&["sanitize", "--all"], "--all"),
        (&["bench", "rcae"], "no bench is called `rcae`"),
        (
            &["bench", "--fat-lto"],
            "--fat-lto needs the name of a bench",
        ),
        (
            &["book", "sevre"],
            "no command of the book is called `sevre`; did you mean `serve`?",
        ),
    ];
    for (words, message) in wrong {
        let outcome = course.xtask(words);
        outcome.demand(2, &["error: ", message]);
        assert_eq!(outcome.stderr.lines().count(), 1, "{}", outcome.stderr);
        assert_eq!(outcome.stdout, "");
    }
    course.xtask(&[]).demand(
        2,
        &["error: no command given", "Usage: cargo xtask COMMAND"],
    );
}

#[test]
fn bench_tells_which_lessons_have_one() {
    let course = Course::with_failing("bench", RED);
    course
        .xtask(&["bench"])
        .demand(0, &["no lesson has a bench"]);
    let benches = "[[bench]]\nname = \"race\"\n[[bench]]\nname = \"model\"\n";
    // Any package of that name will do here; in the course itself it is no lesson.
    course.lesson("09-bench", "bench", benches);
    course.write("lessons/09-bench/benches/race.rs", "fn main() {}\n");
    course.write("lessons/09-bench/benches/model.rs", "fn main() {}\n");
    let list = course.xtask(&["bench"]);
    list.demand(0, &["cargo xtask bench race", "01-race"]);
    assert_eq!(list.stdout.lines().count(), 1, "{}", list.stdout);
    course
        .xtask(&["bench", "model"])
        .demand(2, &["no bench is called `model` (known: race)"]);
}
