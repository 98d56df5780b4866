//! A push while the queue is closed and drained: the reader has a value left behind, and then fails to where the question is
//! asked under the lock.

use crate::schedules::{self, leaves_a_value_behind};
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "leave a value behind",
    one: "leaves a value behind that nobody will pop",
    is: leaves_a_value_behind,
    well: "Finished: the value was popped, or given back.",
};

/// Tells if the producer has found the queue closed, at the end of a schedule.
fn is_given_back(end: &State<'_>) -> bool {
    end.value("A.closed") == 1
}

/// Tells if the value was accepted and popped, at the end of a schedule.
fn is_popped(end: &State<'_>) -> bool {
    !is_given_back(end) && !leaves_a_value_behind(end)
}

/// Writes whether the queue is open, and how many values wait in it; at the end what became of the value.
fn label(state: &State<'_>) -> String {
    match state.is_end() {
        true if is_given_back(state) => "refused".to_owned(),
        true if leaves_a_value_behind(state) => "left".to_owned(),
        true => "popped".to_owned(),
        false if state.value("is_closed") == 1 => format!("shut {}", state.value("waiting")),
        false => format!("open {}", state.value("waiting")),
    }
}

pub fn close_against_push() -> Figure {
    Figure {
        lesson: "queue",
        name: "close-against-push",
        title: "close against push",
        program: schedules::close_against_push(),
        fault: FAULT,
        goal: Goal {
            sentence: "Have the push accepted, and the value left in the queue for ever.",
            is: |state| state.is_end() && leaves_a_value_behind(state),
            end: End::Reached(
                "the push was accepted after the last pop: its producer believes that the value is on its way.",
            ),
        },
        prediction: prediction(
            "A asks whether the queue is open, and then takes the lock and pushes. B closes the queue and pops what there is, under the lock. What can become of A's value? Tick all.",
            "A asks before B closes, and pushes after B has drained.",
            "Right. Now have it left behind.",
        ),
        caption: "A asks whether the queue is open, and then takes the lock and pushes a value; B closes the queue and drains it, under the lock. \
                  A state says whether the queue is open or shut and how many values wait in it, and an end what became of the value. \
                  Between the question and the lock is room for all that B does: {wrong} of {total} schedules leave the value behind, such as {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn close_under_the_lock() -> Figure {
    Figure {
        name: "close-under-the-lock",
        title: "asked under the lock",
        program: schedules::close_under_the_lock(),
        goal: Goal {
            sentence: "Try to have the value left behind here too.",
            is: |state| state.is_end() && leaves_a_value_behind(state),
            end: End::InVain,
        },
        prediction: prediction(
            "Now A takes the lock first, and asks and pushes under it. What can become of A's value? Tick all.",
            "From the question to the push A has the lock, and B can neither close nor drain.",
            "Right. Convince yourself: try to have it left behind.",
        ),
        caption: "A takes the lock, asks whether the queue is open, and pushes; B closes the queue and drains it, under the lock. \
                  A state says whether the queue is open or shut and how many values wait in it, and an end what became of the value. \
                  The close comes before the whole push or after it. \
                  A value left behind: no schedule of this program reaches it: all {states} states were visited.",
        ..close_against_push()
    }
}

/// Asks what can become of the value; `why` says it of being left behind.
fn prediction(question: &'static str, why: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "it is popped",
                is: is_popped,
                why: "A pushes before B drains.",
            },
            Choice {
                text: "it is given back",
                is: is_given_back,
                why: "A asks after B has closed.",
            },
            Choice {
                text: "it is accepted, and nobody pops it",
                is: leaves_a_value_behind,
                why,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
