//! Two buyers of one seat, with a lock: the reader sells it twice between two sections, and then fails to within one.

use crate::schedules;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "sell it twice",
    one: "sells the seat twice",
    is: |end| owners(end) == 2,
    well: "Finished, and the seat is sold once.",
};

/// Counts the buyers who have seen the seat free, at the end of a schedule: each of them believes to own it.
fn owners(end: &State<'_>) -> usize {
    let free = |name| usize::from(end.value(name) == 0);
    free("A.seen") + free("B.seen")
}

/// Writes whether the seat is taken, and at the end to whom it was sold.
fn label(state: &State<'_>) -> String {
    let taken = state.value("taken") == 1;
    if !state.is_end() {
        return if taken { "taken" } else { "free" }.to_owned();
    }
    let owners = ['A', 'B']
        .into_iter()
        .filter(|buyer| state.value(&format!("{buyer}.seen")) == 0);
    owners.map(String::from).collect::<Vec<_>>().join("+")
}

pub fn split_section() -> Figure {
    Figure {
        lesson: "lock",
        name: "split-section",
        title: "check, then act",
        program: schedules::split_section(),
        fault: FAULT,
        goal: Goal {
            sentence: "Sell the seat twice, although nobody touches it without the lock.",
            is: |state| state.is_end() && owners(state) == 2,
            end: End::Reached("both buyers have seen the seat free, each under the lock."),
        },
        prediction: prediction(
            "Two buyers want one seat. Each looks under the lock, gives it back, and takes the seat under the lock again. To how many can it be sold? Tick all.",
            "Between the two sections of one buyer, the other has room for a look.",
            "Right. Now bring the double sale about.",
        ),
        caption: "Each buyer checks under the lock, gives it back, and acts under the lock again; a state says whether the seat is taken, and an end who believes to own it. \
                  Each section is alone, and the two together are not: {wrong} of {total} schedules sell the seat twice, such as {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn one_section() -> Figure {
    Figure {
        lesson: "lock",
        name: "one-section",
        title: "in one section",
        program: schedules::one_section(),
        fault: FAULT,
        goal: Goal {
            sentence: "Try to sell the seat twice here too.",
            is: |state| state.is_end() && owners(state) == 2,
            end: End::InVain,
        },
        prediction: prediction(
            "Now each buyer looks and takes the seat before giving the lock back. To how many can it be sold? Tick all.",
            "Whoever looks second has waited for the lock, and so for the other's act.",
            "Right. Convince yourself: try to sell it twice.",
        ),
        caption: "Each buyer checks and acts in one critical section; a state says whether the seat is taken, and an end who owns it. \
                  A second sale: no schedule of this program reaches it: all {states} states were visited.",
        label,
    }
}

/// Asks to how many the seat can be sold; `why` says it of both.
fn prediction(question: &'static str, why: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "to neither",
                is: |end| owners(end) == 0,
                why: "Whoever looks first finds it free.",
            },
            Choice {
                text: "to one",
                is: |end| owners(end) == 1,
                why: "The second buyer looks after the first has acted.",
            },
            Choice {
                text: "to both",
                is: |end| owners(end) == 2,
                why,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
