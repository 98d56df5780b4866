//! A lesson's figures as the book has them, read back: mounted by the tests of each lesson that has figures.

#![allow(dead_code, reason = "lesson 01 has no list of failures")]

use serde_json::Value;
use shared::Failure;
use shared::explore::State;
use shared::figure::{Figure, assert_recorded};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Draws the fragment that the book includes.
pub fn fragment(figure: &Figure) -> String {
    let drawn = figure.draw().unwrap_or_else(|unfit| panic!("{unfit}"));
    drawn.to_string()
}

/// The graph in a fragment.
pub fn graph(figure: &Figure) -> Value {
    let fragment = fragment(figure);
    let (_, rest) = fragment.split_once("json\">").expect("it holds its graph");
    let (json, _) = rest.split_once("</script>").expect("the graph ends");
    serde_json::from_str(json).expect("it is JSON")
}

/// The choices that are right in the figure's prediction.
pub fn right_choices(figure: &Figure) -> Vec<String> {
    let graph = graph(figure);
    let choices = graph["predict"]["choices"].as_array();
    let right = choices.expect("a list").iter();
    let right = right.filter(|choice| choice["can"] == true);
    let texts = right.map(|choice| choice["text"].as_str().expect("a text").to_owned());
    texts.collect()
}

/// Demands of each figure that the right choices of its prediction are these, with a semicolon between.
#[track_caller]
pub fn demand_right_choices(figures: &[Figure], expected: &[(&str, &str)]) {
    let right = figures
        .iter()
        .map(|figure| (figure.name, right_choices(figure).join("; ")));
    let right: Vec<_> = right.collect();
    let right: Vec<_> = right.iter().map(|(name, text)| (*name, &**text)).collect();
    assert_eq!(right, expected);
}

/// The figures whose goal is told to be out of reach, with the states that were visited.
pub fn in_vain(figures: &[Figure]) -> Vec<&'static str> {
    let is_told = |figure: &&Figure| {
        let counts = &graph(figure)["counts"];
        let counts = counts.as_str().expect("a text");
        counts.contains("no schedule of this program reaches it: all")
    };
    let told = figures.iter().filter(is_told);
    told.map(|figure| figure.name).collect()
}

/// What the picture writes on the states along a schedule.
pub fn labels(figure: &Figure, schedule: &str) -> Vec<String> {
    let graph = figure.program.explore().expect("it is small");
    let visited = graph.replay(schedule).expect("it can be followed");
    visited
        .iter()
        .map(|state: &State<'_>| (figure.label)(state))
        .collect()
}

/// A lesson's folder, of which the failures are told in the book.
pub struct Lesson {
    /// The package.
    pub name: &'static str,
    /// `CARGO_MANIFEST_DIR` of the package.
    pub folder: &'static str,
}

impl Lesson {
    /// Demands that the book has the figures and the timelines that are drawn today, and no others.
    #[track_caller]
    pub fn demand_recorded(&self, figures: &[Figure], failures: &[Failure]) {
        let programs = figures.iter().map(|one| (one.file(), fragment(one)));
        let timelines = failures
            .iter()
            .map(|one| (format!("timeline-{}.html", one.law), one.figure()));
        let book = Path::new(self.folder)
            .join("../../book/figures")
            .join(self.name);
        let drawn: Vec<_> = programs.chain(timelines).collect();
        assert_recorded(&book, self.name, &drawn);
    }

    /// Demands that each failure is what its failing test says.
    #[track_caller]
    pub fn demand_what_the_tests_say(&self, failures: &[Failure]) {
        for failure in failures {
            let recorded =
                fs::read_to_string(self.snapshots().join(format!("{}.txt", failure.law)));
            let recorded = recorded.expect("each failing test has its record");
            let said = failure.counterexample().to_string();
            assert_eq!(recorded.replace("\r\n", "\n").trim_end(), said.trim_end());
        }
    }

    /// Demands that of the failing tests those, and only those, are not among the failures.
    #[track_caller]
    pub fn demand_all_but(&self, failures: &[Failure], left_out: &[&str]) {
        let records = fs::read_dir(self.snapshots()).expect("the failing tests are recorded");
        let stem = |path: PathBuf| {
            path.file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
        };
        let records = records.filter_map(|record| stem(record.expect("it can be listed").path()));
        let is_told = |law: &String| failures.iter().any(|failure| failure.law == law);
        let left: BTreeSet<_> = records.filter(|law| !is_told(law)).collect();
        let expected = left_out.iter().map(|law| (*law).to_owned());
        assert_eq!(left, expected.collect());
    }

    fn snapshots(&self) -> PathBuf {
        Path::new(self.folder).join("tests/snapshots")
    }
}
