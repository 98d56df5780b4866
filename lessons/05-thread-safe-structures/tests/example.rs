//! The example keeps its promises to whoever runs it: by hand, in a pipe, or from a program.

#[path = "../../../shared/tests/lesson/shown.rs"]
mod shown;

use serde_json::Value;
use shown::{demand_calm_when_the_reader_leaves, shown, text};
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_thread-safe-structures");

/// The least there is to run.
const QUICK: [&str; 6] = ["--runs", "1", "--readings", "1", "--seats", "100"];

fn structures(arguments: &[&str]) -> Output {
    shown(PROGRAM, arguments)
}

#[test]
fn every_part_is_told() {
    let output = structures(&QUICK);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let told = text(&output.stdout);
    let flowed = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "This course's book is read by 2 threads, 1 time each, who count its words in one map.",
        "DashMap, entry 1 of 1 runs 0",
        "ShardedMap, update 1 of 1 runs 0",
        "kept by reference the shard of seat 7 the shard of seat 7 itself",
        "copied out nothing: it has inserted",
        "Deadlock.",
        "get_then_insert.rs:",
        "a slot is out twice, or lost",
        "`ptr1` is destroyed while main can read it",
        "Mended by a tag that each change of the top counts up: no failure in",
        "get, then insert lose a word 4 6 ABAB",
        "Each shop sells 100 seats at 2 windows at once",
        "avoid shared state seats divided",
        "cargo xtask check thread-safe-structures",
    ] {
        assert!(flowed.contains(part), "{part:?} is missing from\n{told}");
    }
    assert!(!told.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let output = structures(&[&QUICK[..], &["--json"]].concat());
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    let counting = &document["counting"];
    let words = counting["words"].as_u64().expect("it is a number");
    assert!(words > 1_000, "the book is not so short");
    assert_eq!(counting["expected"], 2 * words);
    assert_eq!(counting["maps"][0]["lost"][0], 0);
    assert_eq!(
        document["deadlock"]["reference_held"]["has_inserted"],
        false
    );
    assert_eq!(document["deadlock"]["copied_out"]["has_inserted"], true);
    assert_eq!(document["halls"]["snapshot"]["nobody"], 0);
    let shops = document["shops"]["shops"].as_array().expect("it is a list");
    let sound = shops.iter().filter(|shop| shop["is_sound"] == true);
    let right = |shop: &&Value| shop["most_sold_again"] == 0 && shop["most_unsold"] == 0;
    assert_eq!(sound.filter(right).count(), 5);
}

#[test]
fn where_nothing_is_lost_it_says_why_and_what_to_try() {
    let output = structures(&[&QUICK[..], &["--threads", "1"]].concat());
    let told = text(&output.stdout).replace('\n', " ");
    assert!(
        told.contains("One thread alone loses nothing. Try --threads 2."),
        "{told}"
    );
}

#[test]
fn it_fits_a_narrow_terminal() {
    let mut command = Command::new(PROGRAM);
    command.args(QUICK);
    command
        .env("COLUMNS", "40")
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8");
    let output = command.output().expect("the example starts");
    // A path is one word, and is not broken; a command is there to be copied.
    let may_break = |line: &str| line.trim().contains(' ') && !line.starts_with("cargo ");
    let wide = |line: &&str| line.chars().count() > 40 && may_break(line);
    assert_eq!(text(&output.stdout).lines().find(wide), None);
}

#[test]
fn a_book_that_is_not_there_is_named() {
    let mut command = Command::new(PROGRAM);
    command
        .args(QUICK)
        .env("CARGO_MANIFEST_DIR", "no such folder");
    let output = command.output().expect("the example starts");
    let said = text(&output.stderr);
    assert!(
        said.starts_with("error: no such folder/../../book/src: ") && said.lines().count() == 1,
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_bad_value_gives_one_line_with_the_option_the_value_and_the_range() {
    let output = structures(&["--seats", "0"]);
    assert_eq!(
        text(&output.stderr),
        "error: --seats 0: expected a whole number from 1 to 10_000_000\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    demand_calm_when_the_reader_leaves(PROGRAM, &QUICK);
}
