//! The example keeps its promises to whoever runs it: by hand, in a pipe, or from a program.

#[path = "../../../shared/tests/lesson/shown.rs"]
mod shown;

use serde_json::Value;
use shown::{demand_calm_when_the_reader_leaves, shown, text};
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_atomic");

fn atomic(arguments: &[&str]) -> Output {
    shown(PROGRAM, arguments)
}

#[test]
fn every_part_is_told() {
    let output = atomic(&["--runs", "3", "--increments", "10_000", "--trials", "1000"]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let told = text(&output.stdout);
    let flowed = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Expected: 20,000.",
        "fetch_add 3 of 3 runs 20,000",
        "compare-exchange loop 100",
        "verdict: needs weak memory",
        "stale: newest is 42, by A",
        "IRIW, independent reads of independent writes",
        "C11 allows it, the model cannot show it",
        "SB [0, 0] possible possible forbidden",
        "2+2W [1, 1] C11 alone C11 alone forbidden",
        "cargo xtask check atomic",
    ] {
        assert!(flowed.contains(part), "{part:?} is missing from\n{told}");
    }
    assert!(!told.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let output = atomic(&[
        "--runs",
        "3",
        "--increments",
        "1000",
        "--trials",
        "1000",
        "--json",
    ]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    assert_eq!(document["counting"]["fetch_add"]["right"], 3);
    assert_eq!(document["sales"]["compare_exchange"], 100);
    assert!(!document["message"]["relaxed"]["steps"].is_null());
    let shapes = document["litmus"].as_array().expect("it is a list");
    assert_eq!(shapes.len(), 7);
    let weak = &shapes[0]["weak_outcome_with"];
    assert_eq!(weak["release_acquire"], "possible");
    assert_eq!(weak["seq_cst_fences"], "forbidden");
}

#[test]
fn it_fits_a_narrow_terminal() {
    let mut command = Command::new(PROGRAM);
    command.args(["--runs", "1", "--increments", "10", "--trials", "100"]);
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
    let output = atomic(&["--threads", "0"]);
    assert_eq!(
        text(&output.stderr),
        "error: --threads 0: expected a whole number from 1 to 64\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    demand_calm_when_the_reader_leaves(
        PROGRAM,
        &["--runs", "1", "--increments", "10", "--trials", "100"],
    );
}
