//! The lesson's programs as data, small enough that all their schedules can be counted.

use shared::explore::{
    Graph, IGNORED, Program, State, Step, at, compare_exchange, fetch_add, load, store, val,
};

/// Two threads that count one word, each by two calls of the map.
///
/// # Examples
///
/// ```
/// use thread_safe_structures::schedules::{explored, get_then_insert, loses_a_word};
///
/// let graph = explored(&get_then_insert());
/// let schedules = graph.schedules().unwrap();
/// assert_eq!((schedules.ending(loses_a_word), schedules.total()), (4, 6));
/// ```
#[must_use]
pub fn get_then_insert() -> Program {
    // ANCHOR: get_then_insert
    let count = [
        load("seen", "count").label("let seen = map.get(word)"),
        store("count", val("seen") + 1).label("map.insert(word, seen + 1)"),
    ];
    // ANCHOR_END: get_then_insert
    two_readers(count)
}

/// The same two threads, each by one call.
#[must_use]
pub fn by_entry() -> Program {
    two_readers([fetch_add(IGNORED, "count", 1).label("*map.entry(word).or_insert(0) += 1")])
}

fn two_readers<const STEPS: usize>(count: [Step; STEPS]) -> Program {
    Program::new()
        .shared("count", 0)
        .thread(count.clone())
        .thread(count)
}

/// Tells if a word was counted by both threads, and not twice.
#[must_use]
pub fn loses_a_word(state: &State<'_>) -> bool {
    state.is_finished() && state.value("count") < 2
}

/// A free list of three slots. A takes one; B takes two and gives the first back. Slot 0 is none.
#[must_use]
pub fn aba() -> Program {
    let take = |slot: &str, again: &str| {
        [
            load(slot, "top")
                .mark(again)
                .label(&format!("{slot} = top.load()")),
            load("under", at("below", slot)).label(&format!("under = below[{slot}].load()")),
            compare_exchange("now", "top", slot, "under")
                .label(&format!("top.compare_exchange({slot}, under)"))
                .jump_if(val("now").is_not(slot), again),
        ]
    };
    let give = [
        load("under", "top")
            .mark("give")
            .label("under = top.load()"),
        store(at("below", "back"), "under").label("below[back].store(under)"),
        compare_exchange("now", "top", "under", "back")
            .label("top.compare_exchange(under, back)")
            .jump_if(val("now").is_not("under"), "give"),
    ];
    let other = [take("back", "take"), take("kept", "take again"), give].concat();
    three_slots()
        .thread(take("slot", "take"))
        .thread(other)
        .keep("A.slot")
        .keep("B.kept")
}

/// The same with a tag: `top` holds ten times the tag and the slot, and each change counts the tag up.
#[must_use]
pub fn tagged() -> Program {
    let slot_of = |word: &str| val(word) % 10;
    let then = |word: &str, slot| val(word) - slot_of(word) + 10 + slot;
    let take = |word: &str, again: &str| {
        [
            load(word, "top")
                .mark(again)
                .label(&format!("{word} = top.load()")),
            load("under", at("below", slot_of(word)))
                .label(&format!("under = below[{word}'s slot].load()")),
            compare_exchange("now", "top", word, then(word, val("under")))
                .label(&format!(
                    "top.compare_exchange({word}, under with the next tag)"
                ))
                .jump_if(val("now").is_not(word), again),
        ]
    };
    let give = [
        load("seen", "top").mark("give").label("seen = top.load()"),
        store(at("below", slot_of("back")), slot_of("seen"))
            .label("below[back].store(seen's slot)"),
        compare_exchange("now", "top", "seen", then("seen", slot_of("back")))
            .label("top.compare_exchange(seen, back with the next tag)")
            .jump_if(val("now").is_not("seen"), "give"),
    ];
    let other = [take("back", "take"), take("kept", "take again"), give].concat();
    three_slots()
        .thread(take("slot", "take"))
        .thread(other)
        .keep("A.slot")
        .keep("B.kept")
}

fn three_slots() -> Program {
    Program::new()
        .shared("top", 1)
        .array("below", &[0, 2, 3, 0])
}

/// The slot in a word of one of the two free lists, of which one has a tag.
#[must_use]
pub fn slot(word: i64) -> i64 {
    word % 10
}

/// Tells if a slot that B has kept is on top of the free list, or A's as well.
#[must_use]
pub fn offers_a_slot_that_is_taken(state: &State<'_>) -> bool {
    let [top, taken, kept] = ["top", "A.slot", "B.kept"].map(|word| slot(state.value(word)));
    state.is_finished() && (top == kept || taken == kept)
}

/// A visitor takes the new seat and leaves the old one, while another thread looks at one after the other.
#[must_use]
pub fn in_place() -> Program {
    let visitor = [
        store("new", 1).label("seats.insert(new)"),
        store("old", 0).label("seats.remove(old)"),
    ];
    let counter = [
        load("in new", "new").label("look at the new seat"),
        load("in old", "old").label("look at the old seat"),
    ];
    Program::new()
        .shared("new", 0)
        .shared("old", 1)
        .thread(visitor)
        .thread(counter)
        .keep("B.in new")
        .keep("B.in old")
}

/// The same with copies: the visitor works on version 1 and then publishes it; the other looks at the version it has.
#[must_use]
pub fn snapshot() -> Program {
    let visitor = [
        store(at("new", 1), 1).label("next.insert(new)"),
        store(at("old", 1), 0).label("next.remove(old)"),
        store("current", 1).label("current = next"),
    ];
    let counter = [
        load("seats", "current").label("let seats = current.load()"),
        load("in new", at("new", "seats")).label("look at the new seat of seats"),
        load("in old", at("old", "seats")).label("look at the old seat of seats"),
    ];
    Program::new()
        .shared("current", 0)
        .array("new", &[0, 0])
        .array("old", &[1, 1])
        .thread(visitor)
        .thread(counter)
        .keep("B.in new")
        .keep("B.in old")
}

/// Tells if B has seen neither seat taken.
#[must_use]
pub fn misses_the_visitor(state: &State<'_>) -> bool {
    state.is_finished() && state.value("B.in new") + state.value("B.in old") == 0
}

/// Finds every state of one of the programs above.
///
/// # Panics
///
/// Panics if the program has more states than [`Program::explore`] visits.
#[must_use]
pub fn explored(program: &Program) -> Graph {
    program
        .explore()
        .expect("the programs of this lesson are small")
}
