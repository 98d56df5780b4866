//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

#[path = "../../../shared/tests/lesson/replayed.rs"]
mod replayed;

use queue::figures::figures;
use replayed::{Said, demand_states_of_the_page};

/// A schedule of each figure, and how its end is told: the goal, or where that is in vain an end that is well.
const SCHEDULES: [(&str, &str, &str); 6] = [
    (
        "peek-then-pop",
        "AAABBBAAABBB",
        "Goal reached: both have looked before either removed anything, and the second removal threw a value away unread.",
    ),
    (
        "pop-at-once",
        "BBBBAAAA",
        "Finished, and each consumer has a value of its own.",
    ),
    (
        "index-first",
        "AAABBBBA",
        "Goal reached: the index said that a value was there, and it was not.",
    ),
    (
        "value-first",
        "AABBAABB",
        "Finished, and the consumer has got what was pushed: 7, then 8.",
    ),
    (
        "close-against-push",
        "ABBBBAAA",
        "Goal reached: the push was accepted after the last pop: its producer believes that the value is on its way.",
    ),
    (
        "close-under-the-lock",
        "BBBBAAA",
        "Finished: the value was popped, or given back.",
    ),
];

fn replay(words: &[&str], width: &str) -> Said {
    Said::by(env!("CARGO_BIN_EXE_queue"), words, width)
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
fn a_thread_that_cannot_move_is_told_with_the_reason() {
    for (words, complaint) in [
        (
            ["value-first", "AB"],
            "letter 2, `B`, cannot come there: it waits until 0 < tail",
        ),
        (
            ["close-against-push", "AAB"],
            "letter 3, `B`, cannot come there: it waits for `queue`, held by A",
        ),
    ] {
        replay(&words, "80").demand_refusal(complaint);
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [
        &[][..],
        &["index-first", "AAABBBBA"],
        &["close-against-push", "ABBBBAAA"],
    ] {
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
    assert!(
        all && said.out.starts_with("Usage: cargo run -p queue -- replay"),
        "{}",
        said.out
    );
}
