//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless race` writes them anew.

use race::figures::{Failure, figures, timelines};
use serde_json::Value;
use shared::figure::{Figure, assert_recorded};
use std::fs;
use std::path::Path;

fn fragment(figure: &Figure) -> String {
    let drawn = figure.draw().unwrap_or_else(|unfit| panic!("{unfit}"));
    drawn.to_string()
}

fn failures() -> [Failure; 4] {
    timelines(env!("CARGO_BIN_EXE_race").as_ref()).expect("the two processes run")
}

#[test]
fn the_books_figures_are_drawn_as_recorded() {
    let programs = figures().map(|figure| (figure.file(), fragment(&figure)));
    let timelines = failures().map(|one| (format!("timeline-{}.html", one.law), one.figure));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/figures/race");
    assert_recorded(&folder, "race", &[&programs[..], &timelines].concat());
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
    let right = figures().map(|figure| {
        let fragment = fragment(&figure);
        let json = fragment
            .split_once("json\">")
            .and_then(|(_, rest)| rest.split_once("</script>"));
        let (json, _) = json.expect("the fragment holds its graph");
        let graph: Value = serde_json::from_str(json).expect("it is JSON");
        let choices = graph["predict"]["choices"]
            .as_array()
            .expect("a list of choices");
        let right = choices.iter().filter(|choice| choice["can"] == true);
        let texts = right.map(|choice| choice["text"].as_str().expect("a text").to_owned());
        texts.collect::<Vec<_>>().join(", ")
    });
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
