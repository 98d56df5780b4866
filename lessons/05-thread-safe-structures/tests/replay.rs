//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

#[path = "../../../shared/tests/lesson/replayed.rs"]
mod replayed;

use replayed::{Said, demand_states_of_the_page};
use thread_safe_structures::figures::figures;

/// A schedule of each figure, and how its end is told: the goal, or where that is in vain an end that is well.
const SCHEDULES: [(&str, &str, &str); 6] = [
    (
        "get-then-insert",
        "ABAB",
        "Goal reached: both have got the same count before either inserted.",
    ),
    (
        "by-entry",
        "BA",
        "Finished, and the word was counted twice.",
    ),
    (
        "in-place",
        "BAAB",
        "Goal reached: B has looked at the new seat before it was taken, and at the old one after it was left.",
    ),
    ("snapshot", "BAAABB", "Finished, and the visitor was seen."),
    (
        "aba",
        "AABBBBBBBBBA",
        "Goal reached: A found slot 1 on top, as before, and put in its place what had been below it before: slot 2, which is B's.",
    ),
    (
        "aba-tagged",
        "AABBBBBBBBBAAAA",
        "Finished, and each slot is with one thread, or free.",
    ),
];

fn replay(words: &[&str], width: &str) -> Said {
    Said::by(env!("CARGO_BIN_EXE_thread-safe-structures"), words, width)
}

#[test]
fn every_figure_is_replayed_to_an_end_through_the_states_of_the_page() {
    for (figure, (name, schedule, end)) in figures().iter().zip(SCHEDULES) {
        assert_eq!(figure.name, name);
        let said = replay(&[name, schedule, "--json"], "80");
        let told = demand_states_of_the_page(&said, &figure.path(), schedule);
        assert_eq!(told, end);
    }
}

#[test]
fn a_schedule_that_goes_on_after_the_end_is_told() {
    replay(&["by-entry", "ABA"], "80")
        .demand_refusal("letter 3, `A`, cannot come there: it has finished");
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [&[][..], &["in-place", "BAAB"], &["aba", "AABBBBBBBBBA"]] {
        replay(words, "40").demand_narrow();
    }
}

#[test]
fn without_a_figure_it_lists_them() {
    let said = replay(&[], "80");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let all = figures()
        .iter()
        .all(|figure| said.out.contains(figure.name));
    let usage = "Usage: cargo run -p thread-safe-structures -- replay";
    assert!(all && said.out.starts_with(usage), "{}", said.out);
}
