//! A schedule followed in the terminal: the states of the page, in words for a terminal of any width.

use crate::cases;
use shared::figure::{Unfollowed, Walk};
use shared::terminal::Style;

const NARROW: Style = Style {
    width: 40,
    ..Style::PLAIN
};

#[test]
fn each_step_is_a_row_with_the_values_after_it() {
    let figure = cases::lost_update(1);
    let walk = Walk::of(&figure, "ABAABB").expect("it can be followed");
    assert_eq!(
        walk.text(Style::PLAIN).to_string(),
        "\
case/lost: Let the threads wait for ever.

step  thread  does                   counter  A.seen  B.seen
----  ------  ---------------------  -------  ------  ------
   0          start                        0       -       -
   1  A       seen = counter.load()        0       0       -
   2  B       seen = counter.load()        0       0       0
   3  A       seen = seen + 1              0       1       0
   4  A       counter.store(seen)          1       -       0
   5  B       seen = seen + 1              1       -       1
   6  B       counter.store(seen)          1       -       -

Step 2 is the moment of no return: from there every continuation loses an
update.
Goal reached: they wait <for ever>.
"
    );
}

#[test]
fn a_schedule_that_is_not_complete_says_who_may_go_on_and_who_waits_for_what() {
    let end = |schedule: &str| {
        let figure = cases::philosophers(3);
        let walk = Walk::of(&figure, schedule).expect("it can be followed");
        let told = walk.text(Style::PLAIN).to_string();
        told.lines()
            .last()
            .expect("it says where it led")
            .to_owned()
    };
    assert_eq!(
        end("AA"),
        "Not at the end: the next letter may be A or C; B waits for `fork 1`, held by A."
    );
    assert_eq!(end("ABC"), "Goal reached: they wait <for ever>.");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for figure in cases::all() {
        for schedule in ["", "A", "AB", "ABA"] {
            let Ok(walk) = Walk::of(&figure, schedule) else {
                continue;
            };
            for line in walk.text(NARROW).to_string().lines() {
                assert!(line.chars().count() <= 40 && line.is_ascii(), "{line}");
            }
        }
    }
}

#[test]
fn a_letter_that_cannot_come_is_refused_with_its_place_and_the_reason() {
    let complaint = |schedule: &str| {
        let figure = cases::philosophers(3);
        let refused = Walk::of(&figure, schedule).expect_err("a letter is refused");
        assert!(matches!(refused, Unfollowed::Refused(_)));
        refused.to_string()
    };
    assert_eq!(
        complaint("AAB"),
        "letter 3, `B`, cannot come there: it waits for `fork 1`, held by A"
    );
    assert_eq!(
        complaint("Aa"),
        "letter 2, `a`, cannot come there: it is not part of this program"
    );
    assert_eq!(
        complaint("A B"),
        "letter 2, ` `, cannot come there: it is not part of this program"
    );
}

#[test]
fn a_flush_is_told_as_the_store_that_reaches_memory() {
    let figure = cases::store_buffers();
    let walk = Walk::of(&figure, "ABABab").expect("it can be followed");
    let told = walk
        .text(Style {
            unicode: true,
            ..Style::PLAIN
        })
        .to_string();
    assert!(told.contains("x ← 1 reaches memory"), "{told}");
    assert!(told.contains("A.buffer"), "{told}");
    assert!(
        told.ends_with("Goal reached: they wait <for ever>.\n"),
        "{told}"
    );
}
