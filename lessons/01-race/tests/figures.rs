//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless race` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use drawn::{fragment, right_choices};
use race::figures::{Failure, figures, timelines};
use shared::figure::assert_recorded;
use std::fs;
use std::path::Path;

fn failures() -> [Failure; 4] {
    timelines(env!("CARGO_BIN_EXE_race").as_ref()).expect("the two processes run")
}

#[test]
fn the_books_figures_are_drawn_as_recorded() {
    let programs = figures().map(|figure| (figure.file(), fragment(&figure)));
    let timelines = failures().map(|one| (format!("timeline-{}.html", one.law), one.figure));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/figures/race");
    let [first, ..] = figures();
    let of_the_readme = first.picture().expect("it fits a page");
    let of_the_readme = ("lost-update.svg".to_owned(), of_the_readme);
    let all = programs.into_iter().chain(timelines).chain([of_the_readme]);
    assert_recorded(&folder, "race", &all.collect::<Vec<_>>());
}

#[test]
fn each_timeline_is_what_its_failing_test_says() {
    let snapshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let failures = failures();
    for Failure { law, said, .. } in &failures {
        let recorded = fs::read_to_string(snapshots.join(format!("{law}.txt")));
        let recorded = recorded.expect("each failing test has its record");
        assert_eq!(recorded.replace("\r\n", "\n").trim_end(), said.trim_end());
    }
    let records = fs::read_dir(snapshots).expect("the failing tests are recorded");
    assert_eq!(records.count(), failures.len(), "a law has no timeline");
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    let right = figures().map(|figure| right_choices(&figure).join(", "));
    assert_eq!(
        right,
        [
            "1, 2",
            "2, 3, 4",
            "to one, to both",
            "that there is no price yet, the price 42, the price 0",
        ]
    );
}
