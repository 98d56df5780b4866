//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

#[path = "../../../shared/tests/lesson/replayed.rs"]
mod replayed;

use atomic::figures::figures;
use replayed::{Said, demand_states_of_the_page};

/// A schedule of each figure, and how its end is told: the goal, or where that is in vain an end that is well.
const SCHEDULES: [(&str, &str, &str); 7] = [
    (
        "locked-increment",
        "AAAABBBB",
        "Finished, and no update is lost: counter = 2.",
    ),
    (
        "atomic-increment",
        "BA",
        "Finished, and no update is lost: counter = 2.",
    ),
    (
        "message-passing",
        "AABB",
        "Finished, and whoever saw the flag saw the price.",
    ),
    (
        "store-buffering",
        "AABBab",
        "Goal reached: both flags are up in memory, and each thread has seen the other's down.",
    ),
    (
        "message-passing-buffered",
        "AAaaBB",
        "Finished, and whoever saw the flag saw the price.",
    ),
    (
        "compare-exchange",
        "ABABBB",
        "Finished, and both sales are counted: sold = 2.",
    ),
    (
        "store-buffering-fenced",
        "AaABbABB",
        "Finished, and not both are in.",
    ),
];

fn replay(words: &[&str], width: &str) -> Said {
    Said::by(env!("CARGO_BIN_EXE_atomic"), words, width)
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
fn a_flush_is_told_by_the_store_that_reaches_memory() {
    let said = replay(&["message-passing-buffered", "AAaa"], "80");
    let told = |flush: &str| said.out.contains(flush);
    assert!(
        told("price ← 42 reaches memory") && told("ready ← 1 reaches memory"),
        "{}",
        said.out
    );
}

#[test]
fn the_goal_of_the_loop_is_told_in_the_middle_of_it() {
    let said = replay(&["compare-exchange", "ABAB"], "80");
    assert!(
        said.out
            .contains("Goal reached: the exchange found another number"),
        "{}",
        said.out
    );
}

#[test]
fn a_thread_that_cannot_move_is_told_with_the_reason() {
    for (words, complaint) in [
        (
            ["locked-increment", "AB"],
            "letter 2, `B`, cannot come there: it waits for `lock`, held by A",
        ),
        (
            ["store-buffering-fenced", "AA"],
            "letter 2, `A`, cannot come there: it waits until its buffered stores have reached memory",
        ),
        (
            ["store-buffering", "a"],
            "letter 1, `a`, cannot come there: it has no buffered store to flush",
        ),
        (
            ["message-passing", "Aa"],
            "letter 2, `a`, cannot come there: it is not part of this program",
        ),
    ] {
        replay(&words, "80").demand_refusal(complaint);
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [
        &[][..],
        &["store-buffering", "AABBab"],
        &["compare-exchange", "ABABBB"],
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
        all && said.out.starts_with("Usage: cargo run -p atomic -- replay"),
        "{}",
        said.out
    );
}
