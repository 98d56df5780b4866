//! What an author is told: each missing, surplus or stale piece of an exercise, and each answer judged otherwise.

use crate::course::{Course, RED, RED_ON_PURPOSE};
use crate::exercise::{answer, working};

const DIR: &str = "lessons/01-race/exercises";

fn blessed(name: &str) -> Course {
    let course = Course::with_exercises(name, &["first", "second"]);
    course
        .xtask(&["bless"])
        .demand(0, &["written  lessons/01-race/exercises/answers.rs"]);
    course
}

#[test]
fn what_was_blessed_is_well_and_what_was_not_begun_is_no_error() {
    let course = blessed("author_well");
    let outcome = course.xtask(&["check"]);
    outcome.demand(0, &["first: starter and 2 wrong refused, solution passes"]);
    outcome.demand(
        0,
        &[
            "to do    second",
            "8 exercise answers judged as they should be",
        ],
    );
    outcome.demand(0, &["0 of 2 exercises solved by you"]);
    course.xtask(&["bless"]).demand(
        0,
        &["first/starter is refused as recorded", "0 records changed"],
    );
    course.answer("first", "3");
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &["first is refused", "Two is two.", "cargo xtask check first"],
    );
    outcome.demand(
        1,
        &["0 of 2 exercises solved by you, 1 attempted and not solved"],
    );
    course.answer("first", "2");
    course
        .xtask(&["check", "race"])
        .demand(0, &["1 of 2 exercises solved by you"]);
    assert_eq!(course.read(&working("first")), Some(answer("first", "2")));
}

#[test]
fn answers_that_are_judged_otherwise_are_named() {
    let course = Course::with_exercises("author_otherwise", &["first", "second"]);
    let write = |file: &str, body| course.write(&format!("{DIR}/{file}"), &answer("first", body));
    write("solutions/first.rs", "5");
    write("wrong/first.three.rs", "2");
    write("wrong/first.four.rs", "std::process::exit(1)");
    course
        .xtask(&["bless"])
        .demand(0, &["recorded first/starter"]);
    course.write(&format!("{DIR}/recorded/second.txt"), "old\n");
    let outcome = course.xtask(&["check"]);
    outcome.demand(1, &["first/solution is refused, but must pass"]);
    outcome.demand(1, &["first/wrong/three passes, but must be refused"]);
    outcome.demand(
        1,
        &["first/wrong/four has no verdict: the answer ended before its check was done"],
    );
    outcome.demand(
        1,
        &[
            "second/starter is refused otherwise than recorded",
            "- old",
            "+ the answer is not two: 1",
        ],
    );
    outcome.demand(1, &["if this is intended: cargo xtask bless race"]);
    outcome.demand(1, &["4 exercise answers judged as they should be, 4 not"]);
}

#[test]
fn what_an_author_forgot_is_named_with_its_path() {
    let course = blessed("author_forgot");
    for file in [
        "hints/first.md",
        "solutions/first.rs",
        "wrong/first.three.rs",
        "checks/second.rs",
        "recorded/first.txt",
    ] {
        course.remove(&format!("{DIR}/{file}"));
    }
    course.write(&format!("{DIR}/hints/second.md"), "One.\n---\nTwo.\n");
    course.write(&format!("{DIR}/starters/second.rs"), "//! Say two.\n");
    let outcome = course.xtask(&["check"]);
    for part in [
        "hints/first.md is missing: write three hints",
        "solutions/first.rs is missing: write the answer",
        "wrong/first.REASON.rs stands for 1 wrong answers: write 2 or more",
        "checks/second.rs is missing: write the check",
        "recorded/first.txt is missing: cargo xtask bless race",
        "hints/second.md holds 2 hints, not 3",
        "starters/second.rs must begin with the line `//! Exercise N: TITLE`",
        "starters/second.rs must end with these lines:",
        "starters/second.rs must show where to edit",
    ] {
        outcome.demand(1, &[&format!("{DIR}/{part}")]);
    }
    course
        .xtask(&["bless"])
        .demand(1, &["cannot read", "checks/second.rs"]);
}

#[test]
fn what_is_left_over_or_said_twice_is_named() {
    let course = blessed("author_stale");
    course.second_lesson();
    course.exercise_package("02-lock", "lock");
    course.exercise("02-lock", 1, "first");
    course.exercise("02-lock", 1, "third");
    for file in [
        "solutions/gone.rs",
        "checks/gone.rs",
        "hints/gone.md",
        "recorded/gone.txt",
        "wrong/gone.why.rs",
    ] {
        course.write(&format!("{DIR}/{file}"), "");
    }
    course.write(&format!("{DIR}/wrong/unnamed.rs"), "");
    course.exercise("01-race", 3, "race");
    let outcome = course.xtask(&["check"]);
    for file in [
        "solutions/gone.rs",
        "checks/gone.rs",
        "hints/gone.md",
        "recorded/gone.txt",
        "wrong/gone.why.rs",
    ] {
        outcome.demand(1, &[&format!("{DIR}/{file} belongs to no starter")]);
    }
    outcome.demand(1, &["wrong/unnamed.rs must be named NAME.REASON.rs"]);
    outcome.demand(1, &["starters/race.rs is named as a package is"]);
    outcome.demand(
        1,
        &["01-race/exercises/answers.rs is stale: cargo xtask bless race"],
    );
    outcome.demand(
        1,
        &["starters/first.rs has the name of an exercise in 02-lock"],
    );
    outcome.demand(
        1,
        &["02-lock/exercises/starters/third.rs is exercise 1, and so is first"],
    );
    course.xtask(&["list"]).demand(0, &["02-lock\n"]);
}

#[test]
fn answers_that_do_not_compile_spare_the_other_lessons() {
    let course = blessed("author_compile");
    course.second_lesson();
    course.write(
        &format!("{DIR}/solutions/first.rs"),
        &answer("first", "\"text\""),
    );
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &["the exercises do not compile", "error[E0308]", "02-lock"],
    );
    outcome.demand(1, &["1 other error"]);
}

#[test]
fn a_page_or_a_section_that_the_book_does_not_have_is_named() {
    let course = blessed("author_page");
    course.write("book/src/SUMMARY.md", "");
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &["sends to a page that is not there: book/src/01-race/fix-it.md"],
    );
    course.write("book/src/01-race/fix-it.md", "## Two steps\n");
    let told = "names a heading that book/src/01-race/fix-it.md does not have: \"One step\"";
    course.xtask(&["check"]).demand(1, &[told]);
    course.write("book/src/01-race/fix-it.md", "## One step\n");
    course.xtask(&["check"]).demand(0, &[]);
}

#[test]
fn a_hint_that_sends_nowhere_is_named() {
    let course = blessed("author_hint");
    course.write("book/src/01-race/fix-it.md", "## One step\n");
    let hints = format!("{DIR}/hints/first.md");
    let sending = |to: &str| format!("A nudge.\n\n---\n\nSee {to}.\n\n---\n\nNearly all.\n");
    let page = "`book/src/01-race/fix-it.md`";
    course.write(&hints, &sending(&format!("{page}, \"One step\"")));
    course.xtask(&["check"]).demand(0, &[]);
    course.write(&hints, &sending(&format!("{page}, \"Two steps\"")));
    let told = "names a heading that book/src/01-race/fix-it.md does not have: \"Two steps\"";
    course.xtask(&["check"]).demand(1, &[told]);
    course.write(&hints, &sending("`book/src/01-race/gone.md`"));
    let told = "sends to a page that is not there: book/src/01-race/gone.md";
    course.xtask(&["check"]).demand(1, &[told]);
}

#[test]
fn a_lesson_without_exercises_needs_none() {
    let course = Course::new("author_none");
    course.lesson("01-race", "race", RED_ON_PURPOSE);
    course.write("lessons/01-race/tests/failing.rs", RED);
    course.xtask(&["bless"]).demand(0, &["recorded red"]);
    course
        .xtask(&["check"])
        .demand(0, &[])
        .forbid(&["exercise"]);
    course
        .xtask(&["list"])
        .demand(0, &["no exercises", "there is no exercise yet"]);
}
