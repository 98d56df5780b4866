//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless atomic` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use atomic::failures::FAILURES;
use atomic::figures::figures;
use drawn::{Lesson, demand_right_choices, fragment, in_vain, labels};

const LESSON: Lesson = Lesson {
    name: "atomic",
    folder: env!("CARGO_MANIFEST_DIR"),
};

#[test]
fn the_books_figures_are_drawn_as_recorded() {
    LESSON.demand_recorded(&figures(), &FAILURES);
}

#[test]
fn each_timeline_is_what_its_failing_test_says() {
    LESSON.demand_what_the_tests_say(&FAILURES);
}

#[test]
fn every_law_has_a_timeline_but_the_one_of_lesson_01() {
    LESSON.demand_all_but(&FAILURES, &["no_update_is_lost"]);
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    demand_right_choices(
        &figures(),
        &[
            ("locked-increment", "2"),
            ("atomic-increment", "2"),
            (
                "message-passing",
                "that the flag is down; the flag up, and the price 42",
            ),
            ("store-buffering", "neither; one of them; both"),
            (
                "message-passing-buffered",
                "that the flag is down; the flag up, and the price 42",
            ),
            ("compare-exchange", "2"),
            ("store-buffering-fenced", "neither; one of them"),
        ],
    );
}

#[test]
fn a_goal_in_vain_is_told_with_the_states_that_were_visited() {
    let reached = ["store-buffering", "compare-exchange"];
    let others = figures().map(|figure| figure.name);
    let others: Vec<_> = others
        .into_iter()
        .filter(|name| !reached.contains(name))
        .collect();
    assert_eq!(in_vain(&figures()), others);
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
