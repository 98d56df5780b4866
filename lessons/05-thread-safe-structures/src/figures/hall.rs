//! A visitor who changes seats while they are counted: the reader has nobody seen in place, and then fails to in a snapshot.

use crate::schedules::{self, misses_the_visitor};
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "miss the visitor",
    one: "misses the visitor",
    is: misses_the_visitor,
    well: "Finished, and the visitor was seen.",
};

/// How many taken seats B has seen, at the end of a schedule.
fn seen(end: &State<'_>) -> i64 {
    end.value("B.in new") + end.value("B.in old")
}

/// Draws the new seat and the old one, and at the end how many taken seats were seen.
fn label(state: &State<'_>, new: &str, old: &str) -> String {
    if state.is_end() {
        return format!("saw {}", seen(state));
    }
    let seat = |name| match state.value(name) {
        0 => '·',
        _ => 'x',
    };
    format!("[{}{}]", seat(new), seat(old))
}

pub fn in_place() -> Figure {
    Figure {
        lesson: "thread-safe-structures",
        name: "in-place",
        title: "seats counted in place",
        program: schedules::in_place(),
        fault: FAULT,
        goal: Goal {
            sentence: "Have B see nobody, though the visitor is never without a seat.",
            is: |state| state.is_end() && misses_the_visitor(state),
            end: End::Reached(
                "B has looked at the new seat before it was taken, and at the old one after it was left.",
            ),
        },
        prediction: prediction(
            "A visitor takes the new seat and then leaves the old one; B looks at the new seat and then at the old one. How many taken seats can B see? Tick all.",
            [
                "B looks at the new seat before all this, and at the old one after it.",
                "B looks at both before the visitor moves, or after.",
                "B looks while the visitor has both.",
            ],
            "Right. Now have nobody seen.",
        ),
        caption: "A visitor takes the new seat and then leaves the old one, and B looks at one seat after the other. \
                  In the brackets are the new seat and the old one, with an x for a visitor; an end says how many B has seen. \
                  Each look is true, of its own moment: {wrong} of {total} schedules miss the visitor, {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label: |state| label(state, "new", "old"),
    }
}

pub fn snapshot() -> Figure {
    Figure {
        name: "snapshot",
        title: "seats counted in a snapshot",
        program: schedules::snapshot(),
        goal: Goal {
            sentence: "Try to have nobody seen here too.",
            is: |state| state.is_end() && misses_the_visitor(state),
            end: End::InVain,
        },
        prediction: prediction(
            "Now the visitor's change is made in a copy, and the copy is put in the place of the value in one step. B takes the value as it is, and looks at both seats in that one. How many taken seats can B see? Tick all.",
            [
                "In the value before the change the old seat is taken, and in the one after it the new one.",
                "B has the value before the change, or the one after it.",
                "The copy in which both are taken is nobody's but the visitor's.",
            ],
            "Right. Convince yourself: try to have nobody seen.",
        ),
        caption: "The change is made in a copy, which then takes the place of the value in one step; B takes the value, and looks at both seats in it. \
                  In the brackets are the new seat and the old one of the value that is current; an end says how many B has seen. \
                  Nobody seen: no schedule of this program reaches it: all {states} states were visited.",
        label: |state| match state.value("current") {
            0 => label(state, "new[0]", "old[0]"),
            _ => label(state, "new[1]", "old[1]"),
        },
        ..in_place()
    }
}

/// Asks how many taken seats can be seen, with a reason for each of the three answers.
fn prediction(question: &'static str, why: [&'static str; 3], right: &'static str) -> Prediction {
    let [none, one, two] = why;
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "none",
                is: |end| seen(end) == 0,
                why: none,
            },
            Choice {
                text: "one",
                is: |end| seen(end) == 1,
                why: one,
            },
            Choice {
                text: "two",
                is: |end| seen(end) == 2,
                why: two,
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
