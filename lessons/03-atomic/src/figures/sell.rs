//! Two tills sell seats by a compare-exchange loop: the reader makes one of them go round again.

use crate::schedules::sell;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

pub fn figure() -> Figure {
    Figure {
        lesson: "atomic",
        name: "compare-exchange",
        title: "a compare-exchange loop",
        program: sell(),
        fault: Fault {
            many: "lose a sale",
            one: "loses a sale",
            is: |end| end.value("sold") < 2,
            well: "Finished, and both sales are counted: sold = 2.",
        },
        goal: Goal {
            sentence: "Make a thread go round again: let its exchange find another number than it has seen.",
            is: |state| state.is_at('A', "again") || state.is_at('B', "again"),
            end: End::Reached(
                "the exchange found another number, and stored nothing. The thread has to try again.",
            ),
        },
        prediction: prediction(),
        caption: "Each thread loads the count and exchanges it for one more, if it is still what was seen; if not, it tries again with what it has found. The number is the count, sold. \
                  A thread has to go round again as soon as the other has exchanged between its load and its exchange, as in {shortest}. \
                  It happens once at most, since then the other is done: somebody always gets on. \
                  A lost sale is not among the ends of its {total} schedules.",
        label: |state| state.value("sold").to_string(),
    }
}

fn prediction() -> Prediction {
    Prediction {
        question: "Both threads sell one seat by a compare-exchange loop, and may have to go round again. Which numbers can be sold in the end? Tick all.",
        choices: vec![
            Choice {
                text: "1: one of the two sales is lost",
                is: |end| end.value("sold") == 1,
                why: "An exchange that finds another number stores nothing, and its thread tries again.",
            },
            Choice {
                text: "2",
                is: |end| end.value("sold") == 2,
                why: "Each exchange that stores adds one to the number that it has found.",
            },
            Choice {
                text: "3: whoever goes round again sells twice",
                is: |end| end.value("sold") == 3,
                why: "A thread goes round again only if its exchange has stored nothing.",
            },
        ],
        right: "Right. Now make a thread go round again.",
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
