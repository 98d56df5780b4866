//! The example keeps its promises to whoever runs it: by hand, in a pipe, or from a program.

#[path = "../../../shared/tests/lesson/shown.rs"]
mod shown;

use serde_json::Value;
use shown::{demand_calm_when_the_reader_leaves, shown, text};
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_lock");

fn lock(arguments: &[&str]) -> Output {
    shown(PROGRAM, arguments)
}

#[test]
fn every_part_is_told() {
    let output = lock(&["--runs", "3", "--increments", "10_000"]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let told = text(&output.stdout);
    let flowed = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Expected: 20,000.",
        "under a lock 3 of 3 runs 20,000",
        "a circle, which no time will open",
        "both transfers end",
        "money is in neither account, or in both",
        "waits: held by itself",
        "asleep: nobody notifies it",
        "data race on `value`",
        "Of the 6 schedules of two opposite transfers, 2 deadlock",
        "locked 10,000 0",
        "FutexLock",
        "cargo xtask check lock",
    ] {
        assert!(flowed.contains(part), "{part:?} is missing from\n{told}");
    }
    assert!(!told.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let output = lock(&["--runs", "3", "--increments", "1000", "--json"]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    assert_eq!(document["counting"]["expected"], 2_000);
    assert_eq!(document["counting"]["under_lock"]["right"], 3);
    let circle = document["deadlock"]["opposite_orders"].as_array();
    assert_eq!(circle.map(Vec::len), Some(2));
    assert_eq!(document["deadlock"]["one_order_deadlocks"], false);
    assert_eq!(document["schedules"][0]["wrong"], "2");
    assert_eq!(document["schedules"][0]["total"], "6");
    assert_eq!(document["processes"]["locked"]["lost"], 0);
    let failures = document["failures"].as_array().expect("it is a list");
    for failure in failures {
        assert!(!failure["counterexample"]["steps"].is_null(), "{failure}");
    }
    let counters = document["cost"]["counters"]
        .as_array()
        .expect("it is a list");
    let locks = counters.iter().filter(|row| row["counter"] != "no lock");
    assert!(locks.clone().all(|row| row["lost"] == 0), "{counters:?}");
    assert_eq!((failures.len(), locks.count()), (11, 5));
}

#[test]
fn it_fits_a_narrow_terminal() {
    let mut command = Command::new(PROGRAM);
    command.args(["--runs", "1", "--increments", "10"]);
    command
        .env("COLUMNS", "40")
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8");
    let output = command.output().expect("the example starts");
    // A path is one word, and is not broken.
    let wide = |line: &&str| line.chars().count() > 40 && line.trim().contains(' ');
    assert_eq!(text(&output.stdout).lines().find(wide), None);
}

#[test]
fn a_bad_value_gives_one_line_with_the_option_the_value_and_the_range() {
    let output = lock(&["--threads", "0"]);
    assert_eq!(
        text(&output.stderr),
        "error: --threads 0: expected a whole number from 1 to 64\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    demand_calm_when_the_reader_leaves(PROGRAM, &["--runs", "1", "--increments", "10"]);
}

#[test]
fn the_adding_process_says_how_it_is_called() {
    for arguments in [
        &["add-to-file"][..],
        &["add-to-file", "path", "1", "perhaps"],
        &["add-to-file", "path", "often", "locked"],
    ] {
        let output = lock(arguments);
        assert_eq!(
            text(&output.stderr),
            "error: usage: lock add-to-file PATH TIMES locked|unlocked\n"
        );
        assert_eq!(output.status.code(), Some(1));
    }
    let output = lock(&["add-to-file", "no such file", "1", "locked"]);
    assert!(
        text(&output.stderr).starts_with("error: no such file: "),
        "{output:?}"
    );
}
