//! Two threads add 1: the reader makes one of the two increments vanish.

use crate::schedules::lost_update;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

pub fn figure() -> Figure {
    Figure {
        lesson: "race",
        name: "lost-update",
        title: "two threads add 1",
        program: lost_update(1),
        fault: Fault {
            many: "lose an update",
            one: "loses an update",
            is: |end| end.value("counter") < 2,
            well: "Finished, and no update is lost: counter = 2.",
        },
        goal: Goal {
            sentence: "Lose an update: end with counter = 1.",
            is: |state| state.is_end() && state.value("counter") == 1,
            end: End::Reached("two increments, and counter = 1. An update is lost."),
        },
        prediction: prediction(),
        caption: "Every state that two threads reach who each load a counter, add 1 and store the sum; \
                  the number is the counter. \
                  Once both have loaded the same value, an update is lost whatever happens next: those states are square. \
                  The shortest way there and to the end is {shortest}. \
                  Of {total} schedules {wrong} lose an update. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label: |state| state.value("counter").to_string(),
    }
}

fn prediction() -> Prediction {
    Prediction {
        question: "Both threads add 1 to a counter that starts at 0. Which values can it end with? Tick all.",
        choices: vec![
            Choice {
                text: "0",
                is: |end| end.value("counter") == 0,
                why: "Whatever a thread has loaded, it stores 1 more than that, and the first load finds 0.",
            },
            Choice {
                text: "1",
                is: |end| end.value("counter") == 1,
                why: "Both load 0 before either stores, and then both store 1.",
            },
            Choice {
                text: "2",
                is: |end| end.value("counter") == 2,
                why: "One thread loads what the other has stored.",
            },
            Choice {
                text: "3",
                is: |end| end.value("counter") > 2,
                why: "There are two increments, and each stores 1 more than what it has loaded.",
            },
        ],
        right: "Right. Now bring it about.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
