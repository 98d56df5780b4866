//! Three slots in a free list: the reader has one offered that is taken (ABA), and then fails to where the top has a tag.

use crate::schedules::{self, offers_a_slot_that_is_taken, slot};
use shared::explore::State;
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};

const FAULT: Fault = Fault {
    many: "offer a slot that is taken",
    one: "offers a slot that is taken",
    is: offers_a_slot_that_is_taken,
    well: "Finished, and each slot is with one thread, or free.",
};

/// Writes the free slots from the top down, and at the end who has which besides.
fn label(state: &State<'_>) -> String {
    let mut free = String::new();
    let mut top = slot(state.value("top"));
    // Three slots: a list that is broken need not end.
    while top != 0 && free.len() < 3 {
        free += &top.to_string();
        top = slot(state.value(&format!("below[{top}]")));
    }
    if !state.is_end() {
        return if free.is_empty() {
            "–".to_owned()
        } else {
            free
        };
    }
    let has = |register| slot(state.value(register));
    format!("{free} A{} B{}", has("A.slot"), has("B.kept"))
}

pub fn aba() -> Figure {
    Figure {
        lesson: "thread-safe-structures",
        name: "aba",
        title: "a free list of three",
        program: schedules::aba(),
        fault: FAULT,
        goal: Goal {
            sentence: "Have slot 2 on top of the free list, although B has kept it.",
            is: |state| state.is_end() && offers_a_slot_that_is_taken(state),
            end: End::Reached(
                "A found slot 1 on top, as before, and put in its place what had been below it before: slot 2, which is B's.",
            ),
        },
        prediction: prediction(
            "Three slots are free, 1 on top of 2 on top of 3. A takes one. B takes two and gives the first of them back. What can there be in the end? Tick all.",
            "A looks at 1 and at what lies below it, 2. Then B takes 1 and 2 and gives 1 back, and A finds 1 on top, as before.",
            "Right. Now have a slot offered that is taken.",
        ),
        caption: "Three slots are free, and a state says which, from the top down. A takes one; B takes two and gives the first back; an end says besides who has which. \
                  A's exchange asks whether the slot that it has seen is on top, and it is: first 1, then another, then 1 again, which is called ABA. What lies below it is another one by now. \
                  {wrong} of {total} schedules offer a slot that is taken, such as {shortest}. \
                  That is a count of ways, not a probability: no machine draws its schedule by lot.",
        label,
    }
}

pub fn tagged() -> Figure {
    Figure {
        name: "aba-tagged",
        title: "the same with a tag",
        program: schedules::tagged(),
        goal: Goal {
            sentence: "Try to have a slot offered that is taken here too.",
            is: |state| state.is_end() && offers_a_slot_that_is_taken(state),
            end: End::InVain,
        },
        prediction: prediction(
            "Now the word that says which slot is on top has a tag besides, which each change counts up. What can there be in the end? Tick all.",
            "When slot 1 is on top again it is under another tag, and A's exchange fails.",
            "Right. Convince yourself: try to have one offered.",
        ),
        caption: "The same free list; its top is a slot and a tag in one word, ten times the tag and the slot, and each change counts the tag up. \
                  A state says which slots are free, from the top down, and an end besides who has which. \
                  Slot 1 on top again is another word now, and the exchange fails. \
                  A slot that is offered and taken: no schedule of this program reaches it: all {states} states were visited.",
        ..aba()
    }
}

/// Asks what can become of the slots; `why` says it of one that is offered and taken.
fn prediction(question: &'static str, why: &'static str, right: &'static str) -> Prediction {
    Prediction {
        question,
        choices: vec![
            Choice {
                text: "each slot is with one thread, or free",
                is: |end| !offers_a_slot_that_is_taken(end),
                why: "The threads do not come into each other's way, or an exchange fails and is tried again.",
            },
            Choice {
                text: "a slot is free, and B has it",
                is: |end| slot(end.value("top")) == slot(end.value("B.kept")),
                why,
            },
            Choice {
                text: "A and B have the same slot",
                is: |end| slot(end.value("A.slot")) == slot(end.value("B.kept")),
                why: "A takes what is on top when its exchange succeeds, and what B keeps was taken off the top before.",
            },
        ],
        right,
        wrong: "Not quite. Take the steps yourself, and see.",
    }
}
