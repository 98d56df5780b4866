//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

#[path = "../../../shared/tests/lesson/replayed.rs"]
mod replayed;

use race::figures::figures;
use replayed::{Said, demand_states_of_the_page};

fn replay(words: &[&str], width: &str) -> Said {
    Said::by(env!("CARGO_BIN_EXE_race"), words, width)
}

#[test]
fn every_figure_is_replayed_to_its_goal_through_the_states_of_the_page() {
    let shortest = ["AABABB", "AAAAABBBBBBA", "ABAB", "ABBA"];
    for (figure, schedule) in figures().iter().zip(shortest) {
        let said = replay(&[figure.name, schedule, "--json"], "80");
        let end = demand_states_of_the_page(&said, &figure.path(), schedule);
        assert!(
            end.as_str()
                .is_some_and(|end| end.starts_with("Goal reached: ")),
            "{end}"
        );
    }
}

#[test]
fn a_schedule_is_told_step_by_step_with_the_moment_of_no_return() {
    let said = replay(&["lost-update", "ABAB"], "80");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    for part in [
        "race/lost-update: Lose an update: end with counter = 1.",
        "   2  B       let mut seen = counter.load()        0       0       0",
        "Step 2 is the moment of no return: from there every continuation loses an",
        "Not at the end: the next letter may be A or B.",
    ] {
        assert!(
            said.out.contains(part),
            "{part:?} is missing from\n{}",
            said.out
        );
    }
    assert!(!said.out.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [&[][..], &["lost-update", "AABABB"], &["double-sale", "AB"]] {
        replay(words, "40").demand_narrow();
    }
}

#[test]
fn without_a_figure_it_lists_them() {
    for words in [&[][..], &["--help"]] {
        let said = replay(words, "80");
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        let all = figures()
            .iter()
            .all(|figure| said.out.contains(figure.name));
        assert!(
            all && said.out.starts_with("Usage: cargo run -p race -- replay"),
            "{}",
            said.out
        );
    }
}

#[test]
fn what_cannot_be_followed_is_told_in_one_line_with_the_reason() {
    for (words, complaint) in [
        (
            &["lost-updaet"][..],
            "no figure is called `lost-updaet`; did you mean `lost-update`? \
             (known: lost-update, lost-update-twice, double-sale, early-flag)",
        ),
        (
            &["lost-update", "AAAA"],
            "letter 4, `A`, cannot come there: it has finished",
        ),
        (
            &["lost-update", "AxB"],
            "letter 2, `x`, cannot come there: it is not part of this program",
        ),
        (
            &["lost-update", "AB", "AB"],
            "`AB`: expected one figure and one schedule",
        ),
    ] {
        replay(words, "80").demand_refusal(complaint);
    }
}
