//! Two transfers under two locks: the reader deadlocks them, and then fails to where both keep to one order.

use super::holders;
use crate::schedules;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "deadlock",
    one: "deadlocks",
    is: |end| end.is_deadlock(),
    well: "Finished: both transfers are made, and both locks are free.",
};

fn label(state: &State<'_>) -> String {
    holders(state, &["alice", "bob"])
}

pub fn crossed() -> Figure {
    Figure {
        lesson: "lock",
        name: "crossed",
        title: "opposite transfers",
        program: schedules::opposite_order(),
        fault: FAULT,
        goal: Goal {
            sentence: "Deadlock it: let both threads wait for ever.",
            is: |state| state.is_deadlock(),
            end: End::Reached("each holds the lock that the other waits for."),
        },
        prediction: prediction(
            "Each of two threads takes the lock of the account that pays, then that of the one that is paid. How can it end? Tick all.",
            [
                "One thread has both its locks before the other has any.",
                "Whoever waits holds a lock too: if one never gets its second, the other does not either.",
                "Each takes its first lock, and then waits for the other's.",
            ],
            "Right. Now bring the deadlock about.",
        ),
        caption: "A takes Alice's lock and then Bob's, B takes Bob's and then Alice's; the signs say who holds Alice's and who Bob's, and a dot is a lock that is free. \
                  As soon as each has its first lock, after {shortest}, nothing can move any more. \
                  {wrong} of {total} schedules deadlock. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn one_order() -> Figure {
    Figure {
        lesson: "lock",
        name: "one-order",
        title: "transfers in one order",
        program: schedules::one_order(),
        fault: FAULT,
        goal: Goal {
            sentence: "Try to deadlock this one too.",
            is: |state| state.is_deadlock(),
            end: End::InVain,
        },
        prediction: prediction(
            "Now both threads take Alice's lock first and then Bob's, whichever way the money goes. How can it end? Tick all.",
            [
                "Whoever has Alice's lock gets Bob's too.",
                "Whoever waits for Alice's lock holds none, and holds nobody up.",
                "For that each would have to hold a lock, and the second comes only after the first.",
            ],
            "Right. Convince yourself: try to deadlock it.",
        ),
        caption: "Both threads take Alice's lock first and then Bob's; the signs say who holds Alice's and who Bob's, and a dot is a lock that is free. \
                  Whoever waits holds nothing that the other needs. \
                  A deadlock: no schedule of this program reaches it: all {states} states were visited.",
        label,
    }
}

/// Asks how two transfers can end, with a reason for each of the three answers.
fn prediction(question: &'static str, why: [&'static str; 3], right: &'static str) -> Prediction {
    let [both, one, none] = why;
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "both transfers are made",
                is: |end| end.is_finished(),
                why: both,
            },
            Choice {
                text: "one is made, and the other waits for ever",
                is: |end| end.blocked().len() == 1,
                why: one,
            },
            Choice {
                text: "neither is made, and both wait for ever",
                is: |end| end.blocked().len() == 2,
                why: none,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
