//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless lock` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use drawn::{Lesson, demand_right_choices, in_vain};
use lock::failures::FAILURES;
use lock::figures::figures;

const LESSON: Lesson = Lesson {
    name: "lock",
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
    LESSON.demand_all_but(&FAILURES, &["no_update_is_lost_without_a_lock"]);
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    demand_right_choices(
        &figures(),
        &[
            (
                "crossed",
                "both transfers are made; neither is made, and both wait for ever",
            ),
            ("one-order", "both transfers are made"),
            ("philosophers", "none; all three"),
            ("split-section", "to one; to both"),
            ("one-section", "to one"),
            ("lost-wakeup", "A has seen the ticket; A sleeps for ever"),
            ("predicate-loop", "A has seen the ticket"),
        ],
    );
}

#[test]
fn a_goal_in_vain_is_told_with_the_states_that_were_visited() {
    assert_eq!(
        in_vain(&figures()),
        ["one-order", "one-section", "predicate-loop"]
    );
}
