//! The learner's verbs: list, check, hint, solution, reset; and what a pull does to them.

use std::fs;

use crate::course::Course;
use crate::exercise::{answer, working};

#[test]
fn an_exercise_is_found_refused_solved_and_followed_by_the_next() {
    let course = Course::with_exercises("learn", &["first", "second"]);
    course.xtask(&["list"]).demand(
        0,
        &[
            "01-race\n",
            "to do      first           Say two.",
            "next   edit lessons/01-race/exercises/examples/first.rs, then: cargo xtask check first",
        ],
    );
    assert!(course.path(&working("first")).exists());
    let refused = course.xtask(&["check", "first"]);
    refused.demand(
        1,
        &["refused first: Two is two.", "the answer is not two: 1"],
    );
    refused.demand(1, &["read   book/src/01-race/fix-it.md, \"One step\""]);
    refused.demand(1, &["hint   cargo xtask hint first (0 of 3 taken)"]);
    course.answer("first", "2");
    course.xtask(&["list"]).demand(0, &["attempted  first"]);
    let solved = course.xtask(&["check", "first"]);
    solved.demand(0, &["solved first: no failure in 1 execution"]);
    solved.demand(0, &["then: cargo xtask check second"]);
    assert_eq!(solved.stderr, "");
    course.xtask(&["list"]).demand(0, &["solved     first"]);
    course.answer("first", "1 + 1");
    course.xtask(&["list"]).demand(0, &["attempted  first"]);
    course.answer("second", "2");
    let solved = course.xtask(&["check", "first", "second"]);
    solved.demand(0, &["next   nothing: every exercise is solved"]);
}

#[test]
fn an_answer_that_is_too_large_for_the_model_has_no_verdict() {
    let course = Course::with_exercises("too_large", &["first"]);
    course.answer("first", "6");
    let none = course.xtask(&["check", "first"]);
    none.demand(1, &["no verdict first: the model is too small for it"]);
    none.demand(1, &["the answer is not two: 6"]);
    none.forbid(&["refused", "Two is two."]);
}

#[test]
fn a_program_reads_the_list_and_the_verdict() {
    let course = Course::with_exercises("learn_json", &["first", "second"]);
    let parse = |words: &[&str], code| {
        let outcome = course.xtask(words);
        outcome.demand(code, &[]);
        let document: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        document
    };
    course.answer("second", "3");
    let list = parse(&["list", "--json"], 0);
    assert_eq!(list["lessons"][0]["exercises"][1]["state"], "attempted");
    assert_eq!(list["next"], "first");
    assert_eq!(list["counts"]["to do"], 1);
    let refused = parse(&["check", "second", "--json"], 1);
    let told = &refused["exercises"][0];
    assert_eq!(refused["ok"], false);
    assert_eq!(told["text"], "the answer is not two: 3");
    assert_eq!([&told["lesson"], &told["law"]], ["01-race", "Two is two."]);
    assert_eq!(told["section"], "One step");
    assert_eq!([&told["state"], &told["verdict"]], ["attempted", "refused"]);
    course.xtask(&["bless"]).demand(0, &[]);
    let all = parse(&["check", "--json"], 1);
    assert_eq!(all["packages"][0]["name"], "race");
    assert_eq!(all["failing_tests"][0]["ok"], true);
    assert_eq!(all["counts"]["exercises"]["attempted"], 1);
    assert_eq!(all["exercises"][0]["state"], "to do");
}

#[test]
fn hints_come_one_at_a_time_and_the_last_stays() {
    let course = Course::with_exercises("hints", &["first"]);
    let hint = || course.xtask(&["hint", "first"]);
    hint()
        .demand(0, &["hint 1 of 3 for first\n\nOne.\n"])
        .forbid(&["Two"]);
    hint().demand(0, &["hint 2 of 3", "Two."]);
    hint().demand(0, &["hint 3 of 3", "Three.", "This was the last one."]);
    hint().demand(
        0,
        &[
            "hint 3 of 3",
            "Three.",
            "These were all. The answer: cargo xtask solution first",
        ],
    );
    course.xtask(&["list"]).demand(0, &["(3 of 3 hints)"]);
}

#[test]
fn a_solution_is_shown_unasked_only_once_it_is_found() {
    let course = Course::with_exercises("solution", &["first"]);
    let asked = course.xtask(&["solution", "first"]);
    asked.demand(
        2,
        &["`first` is not solved yet; to see its solution all the same: --yes"],
    );
    assert_eq!(asked.stdout, "");
    course.xtask(&["solution", "first", "--yes"]).demand(
        0,
        &["// lessons/01-race/exercises/solutions/first.rs", "    2\n"],
    );
    course.answer("first", "2");
    course.xtask(&["check", "first"]).demand(0, &[]);
    course.xtask(&["solution", "first"]).demand(0, &["    2\n"]);
}

#[test]
fn reset_keeps_every_version_under_a_name_of_its_own() {
    let course = Course::with_exercises("reset", &["first"]);
    let reset = || course.xtask(&["reset", "first"]);
    reset().demand(0, &["first.rs is the starter"]);
    reset().demand(0, &["nothing to do"]);
    for (number, body) in [(1, "3"), (2, "4")] {
        course.answer("first", body);
        let aside = format!("{}.{number}", working("first"));
        reset().demand(
            0,
            &[
                "first.rs is the starter again",
                &format!("your version is kept: {aside}"),
            ],
        );
        assert_eq!(course.read(&aside), Some(answer("first", body)));
        assert_eq!(course.read(&working("first")), Some(answer("first", "1")));
    }
    course.xtask(&["list"]).demand(0, &["to do      first"]);
}

#[test]
fn a_version_that_is_moved_back_is_judged_anew_although_its_time_is_old() {
    let course = Course::with_exercises("moved_back", &["first"]);
    course.answer("first", "2");
    let path = course.path(&working("first"));
    let aside = path.with_extension("mine");
    fs::rename(&path, &aside).expect("it is moved away");
    course
        .xtask(&["check", "first"])
        .demand(1, &["the answer is not two: 1"]);
    fs::rename(&aside, &path).expect("it is moved back");
    course
        .xtask(&["check", "first"])
        .demand(0, &["solved first"]);
}

#[test]
fn a_wrong_name_is_told_with_the_one_that_may_be_meant() {
    let course = Course::with_exercises("wrong_name", &["first"]);
    for verb in ["hint", "solution", "reset"] {
        let outcome = course.xtask(&[verb, "frist"]);
        outcome.demand(
            2,
            &["no exercise is called `frist`; did you mean `first`? (known: first)"],
        );
        course.xtask(&[verb]).demand(2, &["no exercise is named"]);
        for lesson in ["race", "01-race"] {
            let said = format!("`{lesson}` is a lesson: name one of its exercises (first)");
            course.xtask(&[verb, lesson]).demand(2, &[&said]);
        }
    }
    let outcome = course.xtask(&["check", "frist"]);
    outcome.demand(
        2,
        &["no lesson, exercise or package is called `frist`; did you mean `first`?"],
    );
    course
        .xtask(&["check", "first", "race"])
        .demand(2, &["not both"]);
    course
        .xtask(&["list", "first"])
        .demand(2, &["`list` takes no name"]);
}

#[test]
fn every_verb_has_help() {
    let course = Course::with_exercises("verb_help", &["first"]);
    for verb in ["list", "hint", "solution", "reset"] {
        let usage = format!("Usage: cargo xtask {verb}");
        course
            .xtask(&[verb, "--help"])
            .demand(0, &[&usage, "Exit code"]);
    }
}

#[test]
fn progress_outlives_a_pull_that_renames_a_lesson_and_brings_exercises() {
    let course = Course::with_exercises("pull", &["first"]);
    course.answer("first", "2");
    course.xtask(&["check", "first"]).demand(0, &[]);
    let (from, to) = (
        course.path("lessons/01-race"),
        course.path("lessons/03-race"),
    );
    fs::rename(from, &to).expect("the folder is renamed");
    course.exercise("03-race", 2, "second");
    let list = course.xtask(&["list"]);
    list.demand(0, &["03-race\n", "solved     first", "to do      second"]);
    course
        .xtask(&["check", "second"])
        .demand(1, &["refused second"]);
    fs::rename(&to, course.path("lessons/01-race")).expect("it is renamed back");
}

#[test]
fn a_starter_that_nobody_touched_follows_a_pull_and_an_answer_does_not() {
    let course = Course::with_exercises("new_starter", &["first", "second"]);
    course.xtask(&["list"]).demand(0, &[]);
    course.answer("second", "3");
    for name in ["first", "second"] {
        let starter = format!("lessons/01-race/exercises/starters/{name}.rs");
        course.write(&starter, &answer(name, "7"));
    }
    let list = course.xtask(&["list"]);
    list.demand(0, &["to do      first", "attempted  second"]);
    assert_eq!(course.read(&working("first")), Some(answer("first", "7")));
    assert_eq!(course.read(&working("second")), Some(answer("second", "3")));
}
