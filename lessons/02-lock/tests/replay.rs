//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

#[path = "../../../shared/tests/lesson/replayed.rs"]
mod replayed;

use lock::figures::figures;
use replayed::{Said, demand_states_of_the_page};

/// A schedule of each figure, and how its end is told: the goal, or where that is in vain an end that is well.
const SCHEDULES: [(&str, &str, &str); 7] = [
    (
        "crossed",
        "AB",
        "Goal reached: each holds the lock that the other waits for.",
    ),
    (
        "one-order",
        "AAAAABBBBB",
        "Finished: both transfers are made, and both locks are free.",
    ),
    (
        "philosophers",
        "ABC",
        "Goal reached: each holds one fork and waits for the next, all the way round.",
    ),
    (
        "split-section",
        "AAABBBAAABBB",
        "Goal reached: both buyers have seen the seat free, each under the lock.",
    ),
    (
        "one-section",
        "BBBBAAA",
        "Finished, and the seat is sold once.",
    ),
    (
        "lost-wakeup",
        "AABBA",
        "Goal reached: the ticket is there, and nobody will wake A.",
    ),
    (
        "predicate-loop",
        "AAABBBBAAA",
        "Finished: the taker is awake, and has seen the ticket.",
    ),
];

fn replay(words: &[&str], width: &str) -> Said {
    Said::by(env!("CARGO_BIN_EXE_lock"), words, width)
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
fn a_thread_that_waits_is_told_with_the_lock_and_its_holder() {
    for (words, complaint) in [
        (
            ["crossed", "ABA"],
            "letter 3, `A`, cannot come there: it waits for `bob`, held by B",
        ),
        (
            ["one-order", "AB"],
            "letter 2, `B`, cannot come there: it waits for `alice`, held by A",
        ),
        (
            ["lost-wakeup", "AABBAA"],
            "letter 6, `A`, cannot come there: it sleeps on `arrived` until it is notified",
        ),
    ] {
        replay(&words, "80").demand_refusal(complaint);
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [&[][..], &["lost-wakeup", "AABBA"], &["philosophers", "ABC"]] {
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
        all && said.out.starts_with("Usage: cargo run -p lock -- replay"),
        "{}",
        said.out
    );
}
