//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless queue` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use drawn::{Lesson, demand_right_choices, in_vain, labels};
use queue::failures::FAILURES;
use queue::figures::figures;

const LESSON: Lesson = Lesson {
    name: "queue",
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
fn every_law_has_a_timeline() {
    LESSON.demand_all_but(&FAILURES, &[]);
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    demand_right_choices(
        &figures(),
        &[
            (
                "peek-then-pop",
                "A has 0, and B has 1; A has 1, and B has 0; both have 0",
            ),
            ("pop-at-once", "A has 0, and B has 1; A has 1, and B has 0"),
            ("index-first", "7 and 8; 0 and 8; 7 and 0; 0 and 0"),
            ("value-first", "7 and 8"),
            (
                "close-against-push",
                "it is popped; it is given back; it is accepted, and nobody pops it",
            ),
            ("close-under-the-lock", "it is popped; it is given back"),
        ],
    );
}

#[test]
fn a_goal_in_vain_is_told_with_the_states_that_were_visited() {
    let mended = ["pop-at-once", "value-first", "close-under-the-lock"];
    assert_eq!(in_vain(&figures()), mended);
}

#[test]
fn the_picture_shows_what_waits() {
    let [popping, _, ring, _, closing, _] = figures();
    let both = "0 1|0 1|0 1|0 1|0 1|0 1|0 1|0 1|1|1|1|–|A0 B0";
    assert_eq!(labels(&popping, "AAABBBAAABBB").join("|"), both);
    let early = "[··]0|[··]1|[7·]1|[7·]2|[7·]2|[7·]2|[7·]2|[7·]2|7 0";
    assert_eq!(labels(&ring, "AAABBBBA").join("|"), early);
    let left = "open 0|open 0|open 0|shut 0|shut 0|shut 0|shut 0|shut 1|left";
    assert_eq!(labels(&closing, "ABBBBAAA").join("|"), left);
}
