//! Two threads add 1 twice: the reader makes two of the four increments vanish, and finds that three is too many.

use crate::schedules::lost_update;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

pub fn figure() -> Figure {
    Figure {
        lesson: "race",
        name: "lost-update-twice",
        title: "two threads add 1 twice",
        program: lost_update(2),
        fault: Fault {
            many: "lose an update",
            one: "loses an update",
            is: |end| end.value("counter") < 4,
            well: "Finished, and no update is lost: counter = 4.",
        },
        goal: Goal {
            sentence: "Lose as many updates as can be lost: end with counter = 2 after four increments.",
            is: |state| state.is_end() && state.value("counter") == 2,
            end: End::Reached("four increments, and counter = 2."),
        },
        prediction: prediction(),
        caption: "The same two threads, each adding 1 twice; the number is the counter. \
                  Two increments more, and there are {states} states and {total} schedules: \
                  {wrong} of them lose an update, and the square states are those from which every continuation does. \
                  {reached} lose two, and none loses three; {shortest} is a shortest way to lose two. \
                  None of these counts is a probability: no machine draws its schedule by lot.",
        label: |state| state.value("counter").to_string(),
    }
}

fn prediction() -> Prediction {
    Prediction {
        question: "Both threads add 1 twice. Which values can the counter end with? Tick all.",
        choices: vec![
            Choice {
                text: "1",
                is: |end| end.value("counter") == 1,
                why: "The last store of all is a thread's second, \
                      and it stores 1 more than it loaded after its first store, which was at least 1.",
            },
            Choice {
                text: "2",
                is: |end| end.value("counter") == 2,
                why: "Two increments of four are lost.",
            },
            Choice {
                text: "3",
                is: |end| end.value("counter") == 3,
                why: "One increment of four is lost.",
            },
            Choice {
                text: "4",
                is: |end| end.value("counter") == 4,
                why: "Each increment loads what the one before it has stored.",
            },
        ],
        right: "Right. Now find the least.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
