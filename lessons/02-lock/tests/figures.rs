//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless lock` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use drawn::{fragment, graph, right_choices};
use lock::failures::FAILURES;
use lock::figures::figures;
use shared::figure::{Figure, assert_recorded};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn the_books_figures_are_drawn_as_recorded() {
    let programs = figures().map(|figure| (figure.file(), fragment(&figure)));
    let timelines = FAILURES.map(|one| (format!("timeline-{}.html", one.law), one.figure()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/figures/lock");
    assert_recorded(&folder, "lock", &[&programs[..], &timelines].concat());
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
    assert_eq!(
        left,
        BTreeSet::from(["no_update_is_lost_without_a_lock.txt".into()])
    );
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    let right = figures().map(|figure| (figure.name, right_choices(&figure).join("; ")));
    let right = right.each_ref().map(|(name, texts)| (*name, &**texts));
    assert_eq!(
        right,
        [
            (
                "crossed",
                "both transfers are made; neither is made, and both wait for ever"
            ),
            ("one-order", "both transfers are made"),
            ("philosophers", "none; all three"),
            ("split-section", "to one; to both"),
            ("one-section", "to one"),
            ("lost-wakeup", "A has seen the ticket; A sleeps for ever"),
            ("predicate-loop", "A has seen the ticket"),
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
    let in_vain = figures().into_iter().filter(told);
    let names: Vec<_> = in_vain.map(|figure| figure.name).collect();
    assert_eq!(names, ["one-order", "one-section", "predicate-loop"]);
}
