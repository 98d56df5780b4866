//! The example keeps its promises to whoever runs it: by hand, in a pipe, or from a program.

#[path = "../../../shared/tests/lesson/shown.rs"]
mod shown;

use serde_json::Value;
use shown::{demand_calm_when_the_reader_leaves, shown, text};
use std::process::Output;

const PROGRAM: &str = env!("CARGO_BIN_EXE_race");

fn race(arguments: &[&str]) -> Output {
    shown(PROGRAM, arguments)
}

#[test]
fn every_part_is_told() {
    let output = race(&["--runs", "3", "--increments", "100_000"]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let told = text(&output.stdout);
    for part in [
        "Expected: 200,000.",
        "200,000 of 200,000. Always.",
        "verdict: explained by interleaving alone",
        "Of the 20 schedules of two increments, 18 lose an update.",
        "the seat was sold twice",
        "Two processes read, add and write one number in a file",
        "cargo xtask check race",
    ] {
        let flowed = told.replace('\n', " ");
        assert!(flowed.contains(part), "{part:?} is missing from\n{told}");
    }
    assert!(!told.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let output = race(&["--runs", "3", "--increments", "1000", "--json"]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    assert_eq!(document["counting"]["expected"], 2_000);
    assert_eq!(document["counting"]["unshared"], 2_000);
    assert_eq!(
        document["counting"]["counted"].as_array().map(Vec::len),
        Some(3)
    );
    assert_eq!(document["schedules"][0]["wrong"], "18");
    assert_eq!(document["schedules"][0]["total"], "20");
    assert_eq!(
        document["interleaving"]["verdict"],
        "explained by interleaving alone"
    );
    assert_eq!(document["processes"]["expected"], 20_000);
}

#[test]
fn where_nothing_is_lost_it_says_why_and_what_to_try() {
    let output = race(&["--threads", "1", "--runs", "1", "--increments", "10"]);
    let told = text(&output.stdout).replace('\n', " ");
    assert!(told.contains("One thread alone loses nothing"), "{told}");
    assert!(told.contains("Try --threads 2."), "{told}");
}

#[test]
fn a_bad_value_gives_one_line_with_the_option_the_value_and_the_range() {
    let range = "expected a whole number from 1 to";
    for (arguments, complaint) in [
        (
            ["--threads", "0"],
            format!("error: --threads 0: {range} 64\n"),
        ),
        (
            ["--increments", "-1"],
            format!("error: --increments -1: {range} 1_000_000_000\n"),
        ),
        (
            ["--runs", "many"],
            format!("error: --runs many: {range} 10_000\n"),
        ),
        (
            ["--increments", "99999999999999999999"],
            format!("error: --increments 99999999999999999999: {range} 1_000_000_000\n"),
        ),
    ] {
        let output = race(&arguments);
        assert_eq!(text(&output.stderr), complaint);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    demand_calm_when_the_reader_leaves(PROGRAM, &["--runs", "1", "--increments", "10"]);
}

#[test]
fn the_adding_process_says_how_it_is_called() {
    let output = race(&["add-to-file"]);
    assert_eq!(
        text(&output.stderr),
        "error: usage: race add-to-file PATH TIMES [stepwise]\n"
    );
    assert_eq!(output.status.code(), Some(1));
    let output = race(&["add-to-file", "no such file", "1"]);
    assert!(
        text(&output.stderr).starts_with("error: no such file: "),
        "{output:?}"
    );
}
