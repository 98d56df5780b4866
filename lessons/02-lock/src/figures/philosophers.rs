//! Three philosophers who take the fork on the left first: the reader lets them starve.

use super::holders;
use crate::schedules::philosophers;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

pub fn figure() -> Figure {
    Figure {
        lesson: "lock",
        name: "philosophers",
        title: "three philosophers",
        program: philosophers(3),
        fault: Fault {
            many: "deadlock",
            one: "deadlocks",
            is: |end| end.is_deadlock(),
            well: "Finished: all three have eaten.",
        },
        goal: Goal {
            sentence: "Let all three starve.",
            is: |state| state.is_deadlock(),
            end: End::Reached("each holds one fork and waits for the next, all the way round."),
        },
        prediction: prediction(),
        caption: "Three philosophers, three forks, and each takes first the fork on the left; the signs say who holds fork 0, 1 and 2, and a dot is a fork on the table. \
                  The circle closes with {shortest}: each holds one fork and waits for the next. \
                  Of {total} schedules {wrong} end there, one for each order in which they can take their first forks. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label: |state| holders(state, &["fork 0", "fork 1", "fork 2"]),
    }
}

fn prediction() -> Prediction {
    Prediction {
        question: "Three philosophers sit around a table with three forks; each takes the left, then the right, eats, and puts both back. How many can starve? Tick all.",
        choices: vec![
            Choice {
                text: "none",
                is: |end| end.is_finished(),
                why: "They eat one after the other.",
            },
            Choice {
                text: "one, while two eat",
                is: |end| end.blocked().len() == 1,
                why: "Who has eaten puts both forks back, and somebody who waits for one of them goes on.",
            },
            Choice {
                text: "two, while one eats",
                is: |end| end.blocked().len() == 2,
                why: "The one who has eaten leaves two forks, and three forks do not make a circle of two.",
            },
            Choice {
                text: "all three",
                is: |end| end.blocked().len() == 3,
                why: "Each takes the fork on the left, and waits for the one on the right.",
            },
        ],
        right: "Right. Now let them starve.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
