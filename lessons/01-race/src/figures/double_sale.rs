//! Two buyers, one seat: the reader sells it twice.

use crate::schedules::double_sale;
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

/// Counts the buyers who have seen the seat free, at the end of a schedule: each of them believes to own it.
fn owners(end: &State<'_>) -> usize {
    let free = |name| usize::from(end.value(name) == 0);
    free("A.seen") + free("B.seen")
}

pub fn figure() -> Figure {
    Figure {
        lesson: "race",
        name: "double-sale",
        title: "two buyers, one seat",
        program: double_sale(),
        fault: Fault {
            many: "sell it twice",
            one: "sells the seat twice",
            is: |end| owners(end) == 2,
            well: "Finished, and the seat is sold once.",
        },
        goal: Goal {
            sentence: "Sell the seat twice: let both buyers see it free.",
            is: |state| state.is_end() && owners(state) == 2,
            end: End::Reached("both buyers have seen the seat free, and each has taken it."),
        },
        prediction: prediction(),
        caption: "Each buyer looks whether the seat is taken, and takes it if not; an end says who believes to own it. \
                  Once both have looked before either has acted, the seat is sold twice: what was true at the look is no longer true at the act. \
                  {shortest} is the shortest such schedule; {wrong} of {total} are such. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
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

fn prediction() -> Prediction {
    Prediction {
        question: "Two buyers want one seat; each takes it if it is free. To how many of them can it be sold? Tick all.",
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
                why: "Both look before either acts.",
            },
        ],
        right: "Right. Now bring the double sale about.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
