//! Two consumers at one queue: the reader has both pop the same value, and then fails to where a pop is one critical section.

use crate::schedules::{self, pops_a_value_twice};
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "pop a value twice",
    one: "pops one value twice, and throws the other away",
    is: pops_a_value_twice,
    well: "Finished, and each consumer has a value of its own.",
};

/// Writes which values wait, and at the end who has which.
fn label(state: &State<'_>) -> String {
    if state.is_end() {
        let [a, b] = have(state);
        return format!("A{a} B{b}");
    }
    match state.value("head") {
        0 => "0 1",
        1 => "1",
        _ => "–",
    }
    .to_owned()
}

/// Which value each consumer has, at the end of a schedule.
fn have(end: &State<'_>) -> [i64; 2] {
    [end.value("A.front"), end.value("B.front")]
}

pub fn peek_then_pop() -> Figure {
    Figure {
        lesson: "queue",
        name: "peek-then-pop",
        title: "peek, then pop",
        program: schedules::peek_then_pop(),
        fault: FAULT,
        goal: Goal {
            sentence: "Let both consumers go away with the same value.",
            is: |state| state.is_end() && pops_a_value_twice(state),
            end: End::Reached(
                "both have looked before either removed anything, and the second removal threw a value away unread.",
            ),
        },
        prediction: prediction(
            "Two values wait, 0 and then 1. Each of two consumers looks at the front under the lock, gives the lock back, and removes the front under the lock again. Who can have which in the end? Tick all.",
            "Both look before either removes the front.",
            "Right. Now bring it about.",
        ),
        caption: "Two values, 0 and 1, wait in a queue, and each of two consumers looks at the front under the lock and removes it under the lock again. \
                  A state says which values wait, and an end who has which. \
                  Each section is alone, and the two together are not: {wrong} of {total} schedules give both the same value and lose the other, such as {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn pop_at_once() -> Figure {
    Figure {
        name: "pop-at-once",
        title: "pop in one section",
        program: schedules::pop_at_once(),
        goal: Goal {
            sentence: "Try to let both have the same value here too.",
            is: |state| state.is_end() && pops_a_value_twice(state),
            end: End::InVain,
        },
        prediction: prediction(
            "Now each consumer looks and removes before giving the lock back. Who can have which in the end? Tick all.",
            "Whoever looks second has waited for the lock, and so for the first one's removal.",
            "Right. Convince yourself: try to pop one value twice.",
        ),
        caption: "Each consumer looks and removes in one critical section; a state says which values wait, and an end who has which. \
                  One value for both: no schedule of this program reaches it: all {states} states were visited.",
        ..peek_then_pop()
    }
}

/// Asks who can have which value; `why` says it of one value for both.
fn prediction(question: &'static str, why: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "A has 0, and B has 1",
                is: |end| have(end) == [0, 1],
                why: "A is done before B begins.",
            },
            Choice {
                text: "A has 1, and B has 0",
                is: |end| have(end) == [1, 0],
                why: "B is done before A begins.",
            },
            Choice {
                text: "both have 0",
                is: |end| have(end) == [0, 0],
                why,
            },
            Choice {
                text: "both have 1",
                is: |end| have(end) == [1, 1],
                why: "For that each would have to look after the other has removed, and so before itself.",
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
