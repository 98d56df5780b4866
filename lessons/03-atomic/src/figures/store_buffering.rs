//! Raise your own flag, then look at the other's: the reader lets both threads in, and then fails to where a fence stands between.

use super::buffer;
use crate::schedules;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "let both in",
    one: "lets both in",
    is: |end| inside(end) == "AB",
    well: "Finished, and not both are in.",
};

/// Lists those who have seen the other's flag down, at the end of a schedule: each of them is in.
fn inside(end: &State<'_>) -> String {
    let is_in = |thread: &char| end.value(&format!("{thread}.seen")) == 0;
    ['A', 'B'].into_iter().filter(is_in).collect()
}

/// Draws both store buffers, and at the end who is in.
fn label(state: &State<'_>) -> String {
    if !state.is_end() {
        return buffer(state, 'A') + &buffer(state, 'B');
    }
    match inside(state).as_str() {
        "" => "none".to_owned(),
        threads => threads.to_owned(),
    }
}

pub fn store_buffering() -> Figure {
    Figure {
        lesson: "atomic",
        name: "store-buffering",
        title: "store buffering",
        program: schedules::store_buffering(&[]),
        fault: FAULT,
        goal: Goal {
            sentence: "Let both threads in: let each see the other's flag down.",
            is: |state| state.is_end() && inside(state) == "AB",
            end: End::Reached(
                "both flags are up in memory, and each thread has seen the other's down.",
            ),
        },
        prediction: prediction(
            "Each thread raises its own flag and then looks at the other's, and every store waits in a buffer before memory. Who can see the other's flag down, and go in? Tick all.",
            "Each store can still be in its buffer when the other thread looks.",
            "Right. Now let both in.",
        ),
        caption: "A raises x and looks at y, B raises y and looks at x; who sees the other's flag down is in. \
                  The boxes are the two store buffers, A's and B's, with the flag that waits in them; an end says who is in. \
                  In {shortest} both look while both stores still wait: a small letter is a flush, in which a store reaches memory. \
                  {wrong} of {total} schedules let both in. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn fenced() -> Figure {
    Figure {
        name: "store-buffering-fenced",
        title: "store buffering with a fence",
        program: schedules::fenced(),
        goal: Goal {
            sentence: "Try to let both threads in, past the fences.",
            is: |state| state.is_end() && inside(state) == "AB",
            end: End::InVain,
        },
        prediction: prediction(
            "Now a fence stands between the store and the load: it waits until the thread's buffer is empty. Who can see the other's flag down, and go in? Tick all.",
            "Whoever looks second looks when both stores are in memory.",
            "Right. Convince yourself: try to let both in.",
        ),
        caption: "The same with a fence between the store and the load. \
                  Whoever comes to the fence waits until its own store has reached memory, and looks only then; so who looks second sees the first one's flag. \
                  Both in: no schedule of this program reaches it: all {states} states were visited.",
        ..store_buffering()
    }
}

/// Asks who can be in; `both` says it of both.
fn prediction(question: &'static str, both: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "neither",
                is: |end| inside(end).is_empty(),
                why: "Both stores reach memory before either looks.",
            },
            Choice {
                text: "one of them",
                is: |end| inside(end).len() == 1,
                why: "One looks before the other's store has reached memory, and the other after.",
            },
            Choice {
                text: "both",
                is: |end| inside(end) == "AB",
                why: both,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
