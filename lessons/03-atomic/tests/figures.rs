//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless atomic` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use atomic::failures::FAILURES;
use atomic::figures::figures;
use drawn::{fragment, graph, right_choices};
use shared::figure::{Figure, assert_recorded};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn the_books_figures_are_drawn_as_recorded() {
    let programs = figures().map(|figure| (figure.file(), fragment(&figure)));
    let timelines = FAILURES.map(|one| (format!("timeline-{}.html", one.law), one.figure()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/figures/atomic");
    assert_recorded(&folder, "atomic", &[&programs[..], &timelines].concat());
}

#[test]
fn each_timeline_is_what_its_failing_test_says() {
    let snapshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    for failure in &FAILURES {
        let recorded = fs::read_to_string(snapshots.join(format!("{}.txt", failure.law)));
        let recorded = recorded.expect("each failing test has its record");
        let said = failure.counterexample().to_string();
        assert_eq!(recorded.replace("\r\n", "\n").trim_end(), said.trim_end());
    }
}

#[test]
fn every_law_has_a_timeline_but_the_one_of_lesson_01() {
    let snapshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let records = fs::read_dir(snapshots).expect("the failing tests are recorded");
    let records = records.map(|record| record.expect("it can be listed").file_name());
    let drawn = FAILURES.map(|failure| format!("{}.txt", failure.law).into());
    let left: BTreeSet<_> = records.filter(|record| !drawn.contains(record)).collect();
    assert_eq!(left, BTreeSet::from(["no_update_is_lost.txt".into()]));
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    let right = figures().map(|figure| (figure.name, right_choices(&figure).join("; ")));
    let right = right.each_ref().map(|(name, texts)| (*name, &**texts));
    assert_eq!(
        right,
        [
            ("locked-increment", "2"),
            ("atomic-increment", "2"),
            (
                "message-passing",
                "that the flag is down; the flag up, and the price 42"
            ),
            ("store-buffering", "neither; one of them; both"),
            (
                "message-passing-buffered",
                "that the flag is down; the flag up, and the price 42"
            ),
            ("compare-exchange", "2"),
            ("store-buffering-fenced", "neither; one of them"),
        ]
    );
}

#[test]
fn a_goal_in_vain_is_told_with_the_states_that_were_visited() {
    let told = |figure: &Figure| {
        let counts = &graph(figure)["counts"];
        counts
            .as_str()
            .expect("a text")
            .contains("no schedule of this program reaches it: all")
    };
    let reached = figures().into_iter().filter(|figure| !told(figure));
    let names: Vec<_> = reached.map(|figure| figure.name).collect();
    assert_eq!(names, ["store-buffering", "compare-exchange"]);
}

/// What the picture writes on the states along a schedule.
fn labels(figure: &Figure, schedule: &str) -> Vec<String> {
    let graph = figure.program.explore().expect("it is small");
    let visited = graph.replay(schedule).expect("it can be followed");
    visited.iter().map(figure.label).collect()
}

#[test]
fn the_picture_shows_what_waits_in_each_store_buffer() {
    let [_, _, _, entry, message, ..] = figures();
    let drawn = fragment(&entry);
    for label in ["[x][]", "[x][y]", "[][y]"] {
        assert!(drawn.contains(&format!(">{label}</text>")), "{label}");
    }
    assert_eq!(
        labels(&entry, "AABBab"),
        ["[][]", "[x][]", "[x][]", "[x][y]", "[x][y]", "[][y]", "AB"]
    );
    assert_eq!(
        labels(&message, "AAaaBB"),
        ["[]0", "[p]0", "[pr]0", "[r]42", "[]42", "[]42", "reads 42"]
    );
}
