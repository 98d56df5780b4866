//! A price and then a flag: the reader fails to have the flag come first, in turns and with store buffers.

use super::buffer;
use crate::schedules::message;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

/// Tells if the buyer saw the flag and read this price, at the end of a schedule.
fn reads(end: &State<'_>, price: i64) -> bool {
    end.value("B.told") == 1 && end.value("B.seen") == price
}

pub fn in_turn() -> Figure {
    Figure {
        lesson: "atomic",
        name: "message-passing",
        title: "a price, then a flag",
        program: message(),
        fault: Fault {
            many: "show no price",
            one: "shows a price of 0",
            is: |end| reads(end, 0),
            well: "Finished, and whoever saw the flag saw the price.",
        },
        goal: Goal {
            sentence: "Let the buyer see the flag raised, and still read the old price, 0.",
            is: |state| state.is_end() && reads(state, 0),
            end: End::InVain,
        },
        prediction: prediction(
            "A writes the price and then raises the flag; B looks for the flag and then reads the price. The threads take turns, and a load sees the newest store. What can B get to see? Tick all.",
            "When the flag is up, the price is written, and a load sees the newest store.",
        ),
        caption: "A writes the price and then raises the flag, B looks for the flag and then reads the price; the number is the price. \
                  The flag up and the price still 0: no schedule of this program reaches it: all {states} states were visited. \
                  What can: a compiler or a processor that does not keep the order of the two stores, or of the two loads. \
                  Taking turns is not all that they may do.",
        label: |state| outcome(state, state.value("price").to_string()),
    }
}

pub fn buffered() -> Figure {
    Figure {
        name: "message-passing-buffered",
        title: "a price, then a flag, through a store buffer",
        program: message().with_store_buffers(),
        prediction: prediction(
            "The same two threads, and each store waits in its thread's buffer until it is flushed. What can B get to see? Tick all.",
            "A buffer hands its stores on in the order in which they came: the flag leaves it after the price.",
        ),
        caption: "The same with store buffers; the box is A's, with p for a price and r for a flag that wait in it, and the number is the price in memory. \
                  What leaves a buffer first came into it first, so the flag never overtakes the price. \
                  The flag up and the price still 0: no schedule of this program reaches it: all {states} states were visited. \
                  An x86 processor has such buffers; what can still bring it about there is the compiler.",
        label: |state| {
            outcome(
                state,
                format!("{}{}", buffer(state, 'A'), state.value("price")),
            )
        },
        ..in_turn()
    }
}

/// Writes what the buyer has read at the end, and something else before.
fn outcome(state: &State<'_>, before: String) -> String {
    match state.is_end() {
        false => before,
        true if state.value("B.told") == 0 => "not told".to_owned(),
        true => format!("reads {}", state.value("B.seen")),
    }
}

/// Asks what the buyer can see; `not_zero` says why it is not the old price.
fn prediction(question: &'static str, not_zero: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "that the flag is down",
                is: |end| end.value("B.told") == 0,
                why: "B looks before the flag is up.",
            },
            Choice {
                text: "the flag up, and the price 42",
                is: |end| reads(end, 42),
                why: "A has done both before B looks.",
            },
            Choice {
                text: "the flag up, and the price 0",
                is: |end| reads(end, 0),
                why: not_zero,
            },
        ],
        right: "Right. Convince yourself: try to bring it about.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
