//! `replay`: hands the schedule on to the lesson's own program, and its exit code back.

use crate::course::Course;

/// A lesson's program that says how it was called, and ends as the schedule tells it.
const PROGRAM: &str = r#"fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    println!("called with {words:?}");
    std::process::exit(if words.iter().any(|word| word == "AAAA") { 2 } else { 0 });
}
"#;

fn course(name: &str) -> Course {
    let course = Course::new(name);
    course.lesson("01-race", "race", "");
    course.write("lessons/01-race/src/main.rs", PROGRAM);
    course
}

#[test]
fn the_lessons_program_is_given_the_figure_and_the_schedule() {
    let course = course("replay");
    for lesson in ["race", "01-race"] {
        let outcome = course.xtask(&["replay", lesson, "lost-update", "ABAB", "--json"]);
        let called = r#"called with ["replay", "lost-update", "ABAB", "--json"]"#;
        outcome.demand(0, &[called]);
    }
    let outcome = course.xtask(&["replay", "race"]);
    outcome.demand(0, &[r#"called with ["replay"]"#]);
}

#[test]
fn its_exit_code_is_handed_back_without_another_word() {
    let outcome = course("replay_refused").xtask(&["replay", "race", "lost-update", "AAAA"]);
    outcome.demand(2, &["called with"]);
    assert_eq!(outcome.stderr, "");
}

#[test]
fn a_wrong_command_line_is_told_before_anything_is_built() {
    let course = course("replay_usage");
    let unknown = "error: no lesson is called `rcae`; did you mean `race`? (known: race)\n";
    assert_eq!(
        course.xtask(&["replay", "rcae", "x"]).demand(2, &[]).stderr,
        unknown
    );
    for words in [&["replay"][..], &["replay", "--json"]] {
        course
            .xtask(words)
            .demand(2, &["error: no lesson is named"]);
    }
    let help = course.xtask(&["replay", "--help"]);
    help.demand(
        0,
        &[
            "Usage: cargo xtask replay NAME [FIGURE [SCHEDULE]] [--json]",
            "Exit code",
        ],
    );
    assert_eq!(course.xtask(&["replay", "race", "-h"]).stdout, help.stdout);
}
