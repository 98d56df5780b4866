//! The figures that the book includes are what the lesson draws today, byte for byte.
//!
//! `cargo xtask bless thread-safe-structures` writes them anew.

#[path = "../../../shared/tests/lesson/drawn.rs"]
mod drawn;

use drawn::{Lesson, demand_right_choices, in_vain, labels};
use shared::Failure;
use thread_safe_structures::failures::FAILURES;
use thread_safe_structures::figures::figures;

const LESSON: Lesson = Lesson {
    name: "thread-safe-structures",
    folder: env!("CARGO_MANIFEST_DIR"),
};

fn failures() -> [Failure; FAILURES.len()] {
    FAILURES.map(|mended| mended.failure)
}

#[test]
fn the_books_figures_are_drawn_as_recorded() {
    LESSON.demand_recorded(&figures(), &failures());
}

#[test]
fn each_timeline_is_what_its_failing_test_says() {
    LESSON.demand_what_the_tests_say(&failures());
}

#[test]
fn every_law_has_a_timeline() {
    LESSON.demand_all_but(&failures(), &[]);
}

#[test]
fn predictions_have_the_answers_that_the_pages_explain() {
    let apart = "each slot is with one thread, or free";
    let taken = format!("{apart}; a slot is free, and B has it");
    demand_right_choices(
        &figures(),
        &[
            ("get-then-insert", "1; 2"),
            ("by-entry", "2"),
            ("in-place", "none; one; two"),
            ("snapshot", "one"),
            ("aba", &taken),
            ("aba-tagged", apart),
        ],
    );
}

#[test]
fn a_goal_in_vain_is_told_with_the_states_that_were_visited() {
    assert_eq!(in_vain(&figures()), ["by-entry", "snapshot", "aba-tagged"]);
}

#[test]
fn the_picture_shows_what_there_is() {
    let [counting, _, in_place, snapshot, aba, tagged] = figures();
    assert_eq!(labels(&counting, "ABAB"), ["0", "0", "0", "1", "1"]);
    assert_eq!(
        labels(&in_place, "BAAB"),
        ["[·x]", "[·x]", "[xx]", "[x·]", "saw 0"]
    );
    assert_eq!(
        labels(&snapshot, "BAAABB").last().map(String::as_str),
        Some("saw 1")
    );
    let shown = "123|123|123|123|123|23|23|23|3|3|3|13|23 A1 B2";
    assert_eq!(labels(&aba, "AABBBBBBBBBA").join("|"), shown);
    let shown = "123|123|123|123|123|23|23|23|3|3|3|13|13|13|13|3 A1 B2";
    assert_eq!(labels(&tagged, "AABBBBBBBBBAAAA").join("|"), shown);
}
