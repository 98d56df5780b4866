//! Two increments under a lock, and two by `fetch_add`: the reader fails to lose an update, twice.

use crate::schedules::{atomic_increment, locked_increment};
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "lose an update",
    one: "loses an update",
    is: |end| end.value("counter") < 2,
    well: "Finished, and no update is lost: counter = 2.",
};

pub fn locked() -> Figure {
    Figure {
        lesson: "atomic",
        name: "locked-increment",
        title: "add 1 under a lock",
        program: locked_increment(),
        fault: FAULT,
        goal: in_vain("Lose an update under the lock: end with counter = 1."),
        prediction: prediction(
            "Both threads add 1 to a counter that starts at 0, by a load and a store under a lock. Which values can it end with? Tick all.",
            "For that both would have to load 0, and whoever loads second has waited for the first one's store.",
        ),
        caption: "Each of two threads loads a counter and stores the sum, both under a lock; the number is the counter. \
                  It takes four steps, and whoever begins takes all four: {total} schedules are left. \
                  A lost update: no schedule of this program reaches it: all {states} states were visited.",
        label: |state| state.value("counter").to_string(),
    }
}

pub fn atomic() -> Figure {
    Figure {
        name: "atomic-increment",
        title: "add 1 by fetch_add",
        program: atomic_increment(),
        goal: in_vain("Lose an update here too."),
        prediction: prediction(
            "Now each thread adds 1 by `fetch_add`, and there is no lock. Which values can the counter end with? Tick all.",
            "The load and the store of one `fetch_add` are one step: no store of another thread comes between them.",
        ),
        caption: "The same increment as one indivisible step; the number is the counter. \
                  It has the same {total} schedules as under the lock, and each thread is done in one step. \
                  A lost update: no schedule of this program reaches it: all {states} states were visited.",
        ..locked()
    }
}

fn in_vain(sentence: &'static str) -> Goal {
    Goal {
        sentence,
        is: |state| state.is_end() && state.value("counter") < 2,
        end: End::InVain,
    }
}

/// Asks for the last value of the counter; `not_one` says why it is not 1.
fn prediction(question: &'static str, not_one: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "1",
                is: |end| end.value("counter") == 1,
                why: not_one,
            },
            Choice {
                text: "2",
                is: |end| end.value("counter") == 2,
                why: "Whoever comes second adds to what the first has stored.",
            },
        ],
        right: "Right. Convince yourself: try to lose an update.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
