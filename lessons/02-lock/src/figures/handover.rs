//! A taker who sleeps until there is a ticket: the reader has the wakeup lost, and then fails to where it is given under the lock.

use crate::schedules;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "leave the taker asleep for ever",
    one: "leaves the taker asleep for ever",
    is: |end| end.is_deadlock(),
    well: "Finished: the taker is awake, and has seen the ticket.",
};

/// Writes how many tickets there are, and a `z` where the taker sleeps.
fn label(state: &State<'_>) -> String {
    let sleeps = if state.is_asleep('A') { "z" } else { "" };
    format!("{}{sleeps}", state.value("ticket"))
}

pub fn lost_wakeup() -> Figure {
    Figure {
        lesson: "lock",
        name: "lost-wakeup",
        title: "put without the lock",
        program: schedules::lost_wakeup(),
        fault: FAULT,
        goal: Goal {
            sentence: "Let the taker A sleep for ever, though the ticket is there.",
            is: |state| state.is_deadlock(),
            end: End::Reached("the ticket is there, and nobody will wake A."),
        },
        prediction: prediction(
            "A looks for a ticket under the lock, and sleeps if there is none; B puts one and notifies, without the lock. How can it end? Tick all.",
            "B puts and notifies after A's look and before A's sleep.",
            "Right. Now lose the wakeup.",
        ),
        caption: "A looks for the ticket under the lock and sleeps if there is none; B puts it and notifies without the lock. The number says how many tickets there are, and z that A sleeps. \
                  Between the look and the sleep is a gap, and in {shortest} both steps of B fall into it: nobody sleeps yet whom the call could wake. \
                  It is {wrong} of {total} schedules. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn predicate_loop() -> Figure {
    Figure {
        lesson: "lock",
        name: "predicate-loop",
        title: "put under the lock",
        program: schedules::predicate_loop(),
        fault: FAULT,
        goal: Goal {
            sentence: "Try to let A sleep for ever here too.",
            is: |state| state.is_deadlock(),
            end: End::InVain,
        },
        prediction: prediction(
            "Now B takes the lock too, to put the ticket and to notify. How can it end? Tick all.",
            "B comes before the look, and A finds the ticket, or after the sleep has begun, and wakes A.",
            "Right. Convince yourself: try to lose the wakeup.",
        ),
        caption: "A looks for the ticket under the lock and sleeps if there is none, which gives the lock back in the same step; B puts it and notifies under the lock. The number says how many tickets there are, and z that A sleeps. \
                  The lock closes the gap between the look and the sleep. \
                  A lost wakeup: no schedule of this program reaches it: all {states} states were visited.",
        label,
    }
}

/// Asks how a handover can end; `why` says it of the sleep.
fn prediction(question: &'static str, why: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "A has seen the ticket",
                is: |end| end.is_finished() && end.value("A.seen") == 1,
                why: "B comes before the look, or wakes A.",
            },
            Choice {
                text: "A has left without it",
                is: |end| end.is_finished() && end.value("A.seen") == 0,
                why: "A looks again after each sleep, and leaves only when it has seen the ticket.",
            },
            Choice {
                text: "A sleeps for ever",
                is: |end| end.is_deadlock(),
                why,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
