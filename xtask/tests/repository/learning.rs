//! The learner's way through every exercise: to do at first, then wrong in one of the ways that are foreseen, solved in the
//! end. That all of those are refused is for `cargo xtask check` of the course to see.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::copy::{repository, xtask};
use crate::course::Course;
use crate::exercises::{Exercise, parse};

#[test]
fn every_exercise_is_refused_until_it_is_solved() {
    let copy = repository();
    let exercises = Exercise::all(&copy);
    let all = |state: &str| {
        let pair = |one: &Exercise| (one.name.clone(), state.to_owned());
        exercises.iter().map(pair).collect::<BTreeMap<_, _>>()
    };
    assert!(!exercises.is_empty());
    assert_eq!(states(&copy), all("to do"));
    for exercise in &exercises {
        the_starter_is_to_do_and_refused_as_recorded(exercise);
        let wrong = exercise.wrong();
        is_refused(
            exercise,
            wrong.first().expect("an exercise has wrong answers"),
        );
        the_solution_solves(exercise);
    }
    assert_eq!(states(&copy), all("solved"));
    let list = xtask(&copy, &["list"]);
    list.demand(0, &["next   nothing: every exercise is solved"]);
}

#[track_caller]
fn the_starter_is_to_do_and_refused_as_recorded(exercise: &Exercise) {
    let name = &exercise.name;
    exercise.save(&exercise.read(&format!("starters/{name}.rs")));
    let outcome = exercise.check(&["--json"]);
    outcome.demand(1, &[]);
    let told = &parse(&outcome)["exercises"][0];
    assert_eq!([&told["state"], &told["verdict"]], ["to do", "refused"]);
    let recorded = exercise.read(&format!("recorded/{name}.txt"));
    // A refusal may name the file, which is another one for the learner.
    let recorded = recorded.replace("/exercises/starters/", "/exercises/examples/");
    assert_eq!(told["text"], recorded.trim_end());
}

#[track_caller]
fn is_refused(exercise: &Exercise, wrong: &str) {
    exercise.save(&exercise.read(wrong));
    let outcome = exercise.check(&["--json"]);
    assert_eq!(outcome.code, Some(1), "{wrong}: {}", outcome.stdout);
    let document = parse(&outcome);
    let told = &document["exercises"][0];
    let judged = [&told["state"], &told["verdict"]];
    assert_eq!(judged, ["attempted", "refused"], "{wrong}");
    assert_eq!(document["ok"], false, "{wrong}");
}

#[track_caller]
fn the_solution_solves(exercise: &Exercise) {
    let name = &exercise.name;
    exercise.save(&exercise.read(&format!("solutions/{name}.rs")));
    let outcome = exercise.check(&[]);
    outcome.demand(0, &[&format!("solved {name}: "), "law    ", "next   "]);
    assert_eq!(outcome.stderr, "", "a solution has no warnings");
}

/// The state of each exercise, as `list` tells it to a program and to a person alike.
#[track_caller]
fn states(copy: &Course) -> BTreeMap<String, String> {
    let list = parse(&xtask(copy, &["list", "--json"]));
    let told = xtask(copy, &["list"]);
    let of = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let mut states = BTreeMap::new();
    for exercise in of(&list, "lessons")
        .iter()
        .flat_map(|one| of(one, "exercises"))
    {
        let text = |key: &str| exercise[key].as_str().expect("it is a text").to_owned();
        let (name, state) = (text("name"), text("state"));
        let line = told.line(&format!(" {name} "));
        assert!(line.starts_with(&format!("  {state:11}{name} ")), "{line}");
        assert!(line.ends_with(&format!(" {}", text("title"))), "{line}");
        states.insert(name, state);
    }
    for state in ["to do", "attempted", "solved"] {
        let count = states.values().filter(|one| *one == state).count();
        assert_eq!(list["counts"][state], count);
    }
    states
}
