//! Two values through a ring: the reader has the consumer read a slot that is not written, and then fails to.

use crate::schedules::{self, PUSHED, reads_an_unwritten_slot};
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "read an unwritten slot",
    one: "reads a slot that is not written",
    is: reads_an_unwritten_slot,
    well: "Finished, and the consumer has got what was pushed: 7, then 8.",
};

/// What the consumer has got, at the end of a schedule; a slot that is not written holds 0.
fn got(end: &State<'_>) -> [i64; 2] {
    [end.value("B.got0"), end.value("B.got1")]
}

/// Draws both slots, a dot for one that is not written, and the index; at the end what the consumer has got.
fn label(state: &State<'_>) -> String {
    if state.is_end() {
        return got(state).map(|value| value.to_string()).join(" ");
    }
    let slots = ["slot[0]", "slot[1]"].map(|slot| match state.value(slot) {
        0 => "·".to_owned(),
        value => value.to_string(),
    });
    format!("[{}]{}", slots.concat(), state.value("tail"))
}

pub fn index_first() -> Figure {
    Figure {
        lesson: "queue",
        name: "index-first",
        title: "a ring, index first",
        program: schedules::index_first(),
        fault: FAULT,
        goal: Goal {
            sentence: "Let the consumer B read a slot that is not written, and get a 0.",
            is: |state| state.is_end() && reads_an_unwritten_slot(state),
            end: End::Reached("the index said that a value was there, and it was not."),
        },
        prediction: prediction(
            "A pushes 7 and then 8: for each it stores the index, and then writes the slot. B waits for the index, and reads. What can B get? Tick all.",
            [
                "A has written each slot before B reads it.",
                "B reads slot 0 as soon as it is announced, and slot 1 when it is written.",
                "A has written slot 0 by then, and has only announced slot 1.",
                "B reads each slot between its announcement and its value.",
            ],
            "Right. Now have a slot read too early.",
        ),
        caption: "A pushes 7 and 8 into a ring of two slots; for each it stores the index first, and then writes the value. B waits for the index and reads. \
                  In the brackets are the slots, with a dot for one that is not written, and behind them the index; an end says what B has got. \
                  {wrong} of {total} schedules read a slot that is not written, such as {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn value_first() -> Figure {
    Figure {
        name: "value-first",
        title: "a ring, value first",
        program: schedules::value_first(),
        goal: Goal {
            sentence: "Try to have a slot read that is not written here too.",
            is: |state| state.is_end() && reads_an_unwritten_slot(state),
            end: End::InVain,
        },
        prediction: prediction(
            "Now A writes each slot, and stores the index after it. What can B get? Tick all.",
            [
                "What the index announces is written already.",
                "When the index says 1, slot 0 is written.",
                "When the index says 2, both slots are written.",
                "For that the index would have to come before a value.",
            ],
            "Right. Convince yourself: try to have a slot read too early.",
        ),
        caption: "The same ring, with each value written before its index is stored. \
                  In the brackets are the slots, with a dot for one that is not written, and behind them the index; an end says what B has got. \
                  An unwritten slot that is read: no schedule of this program reaches it: all {states} states were visited. \
                  Taking turns is all that they do here: that nobody sees the index before the value is what Release and Acquire are for.",
        ..index_first()
    }
}

/// Asks what the consumer can get, with a reason for each of the four answers.
fn prediction(question: &'static str, why: [&'static str; 4], right: &'static str) -> Prediction {
    let [both, second, first, none] = why;
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "7 and 8",
                is: |end| got(end) == PUSHED,
                why: both,
            },
            Choice {
                text: "0 and 8",
                is: |end| got(end) == [0, 8],
                why: second,
            },
            Choice {
                text: "7 and 0",
                is: |end| got(end) == [7, 0],
                why: first,
            },
            Choice {
                text: "0 and 0",
                is: |end| got(end) == [0, 0],
                why: none,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
