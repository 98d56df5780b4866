//! Two threads that count one word: the reader loses it between two calls of the map, and then fails to within one.

use crate::schedules::{self, loses_a_word};
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "lose a word",
    one: "loses a word",
    is: loses_a_word,
    well: "Finished, and the word was counted twice.",
};

pub fn get_then_insert() -> Figure {
    Figure {
        lesson: "thread-safe-structures",
        name: "get-then-insert",
        title: "get, then insert",
        program: schedules::get_then_insert(),
        fault: FAULT,
        goal: Goal {
            sentence: "Lose a word: let both threads count it, and have a count of 1.",
            is: |state| state.is_end() && loses_a_word(state),
            end: End::Reached("both have got the same count before either inserted."),
        },
        prediction: prediction(
            "Two threads count one word in a shared map, each by `get` and then `insert`, and each call is one indivisible step. Which counts can there be in the end? Tick all.",
            "Both get 0 before either inserts, and both insert 1.",
            "Right. Now lose a word.",
        ),
        caption: "Each of two threads gets the count of a word and inserts the next one; the number is the count in the map. \
                  Each call is one step, and the two together are not: {wrong} of {total} schedules lose a word, such as {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label: |state| state.value("count").to_string(),
    }
}

pub fn by_entry() -> Figure {
    Figure {
        name: "by-entry",
        title: "entry",
        program: schedules::by_entry(),
        goal: Goal {
            sentence: "Try to lose a word here too.",
            is: |state| state.is_end() && loses_a_word(state),
            end: End::InVain,
        },
        prediction: prediction(
            "Now each thread counts the word by one call, which looks and writes. Which counts can there be in the end? Tick all.",
            "For that one look would have to come between the look and the write of the other.",
            "Right. Convince yourself: try to lose a word.",
        ),
        caption: "Each thread counts the word by `entry`, in one step; the number is the count in the map. \
                  A lost word: no schedule of this program reaches it: all {states} states were visited.",
        ..get_then_insert()
    }
}

/// Asks for the last count; `why` says it of a count of 1.
fn prediction(question: &'static str, why: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "0",
                is: |end| end.value("count") == 0,
                why: "Whatever a thread inserts is one more than it has seen, and so 1 at least.",
            },
            Choice {
                text: "1",
                is: |end| end.value("count") == 1,
                why,
            },
            Choice {
                text: "2",
                is: |end| end.value("count") == 2,
                why: "One thread is done before the other looks.",
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
