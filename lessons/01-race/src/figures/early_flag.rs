//! Ready before the price: the reader has a buyer read a price that nobody has set.

use crate::schedules::early_flag;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

/// Tells if the buyer was told "ready" and read this price, at the end of a schedule.
fn reads(end: &State<'_>, price: i64) -> bool {
    end.value("B.told") == 1 && end.value("B.seen") == price
}

pub fn figure() -> Figure {
    Figure {
        lesson: "race",
        name: "early-flag",
        title: "ready before the price",
        program: early_flag(),
        fault: Fault {
            many: "show no price",
            one: "shows a price of 0",
            is: |end| reads(end, 0),
            well: "Finished, and the buyer has not read a price that nobody set.",
        },
        goal: Goal {
            sentence: "Let the buyer read a price that nobody set: 0 instead of 42.",
            is: |state| state.is_end() && reads(state, 0),
            end: End::Reached("the buyer was told \"ready\", and read 0."),
        },
        prediction: prediction(),
        caption: "The seller says \"ready\" and then writes the price; the buyer looks for \"ready\" and then reads the price. \
                  The number is the price. \
                  Only {wrong} of {total} schedules goes wrong, {shortest}: a test that meets the others says nothing about it. \
                  Nor is that share a probability: no machine draws its schedule by lot.",
        label,
    }
}

/// Writes the price, and at the end what the buyer has read.
fn label(state: &State<'_>) -> String {
    match state.is_end() {
        false => state.value("price").to_string(),
        true if state.value("B.told") == 0 => "not told".to_owned(),
        true => format!("reads {}", state.value("B.seen")),
    }
}

fn prediction() -> Prediction {
    Prediction {
        question: "The seller says \"ready\" too early. What can the buyer get to see? Tick all.",
        choices: vec![
            Choice {
                text: "that there is no price yet",
                is: |end| end.value("B.told") == 0,
                why: "The buyer looks before the seller says \"ready\".",
            },
            Choice {
                text: "the price 42",
                is: |end| reads(end, 42),
                why: "The price is written before the buyer reads it.",
            },
            Choice {
                text: "the price 0",
                is: |end| reads(end, 0),
                why: "\"Ready\" is said, and the price is not written yet.",
            },
        ],
        right: "Right. Now bring the wrong price about.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
