//! The lesson's programs as data, small enough that all their schedules can be counted.

use shared::explore::{END, Graph, Program, compute, load, store, val};
use std::iter::repeat_n;

/// Two threads that add 1 to a counter `increments` times each, by load, add and store.
///
/// # Examples
///
/// ```
/// use race::schedules::{explored, lost_update};
///
/// let graph = explored(&lost_update(1));
/// let schedules = graph.schedules().unwrap();
/// let lost = schedules.ending(|end| end.value("counter") < 2);
/// assert_eq!((lost, schedules.total()), (18, 20));
/// ```
#[must_use]
pub fn lost_update(increments: usize) -> Program {
    // ANCHOR: lost_update
    let increment = [
        load("seen", "counter").label("let mut seen = counter.load()"),
        compute("seen", val("seen") + 1).label("seen += 1"),
        store("counter", "seen").label("counter.store(seen)"),
    ];
    let thread: Vec<_> = repeat_n(increment, increments).flatten().collect();
    Program::new()
        .shared("counter", 0)
        .thread(thread.clone())
        .thread(thread)
    // ANCHOR_END: lost_update
}

/// Two buyers of one seat, each by check, then act; a buyer who has seen it free has bought it.
#[must_use]
pub fn double_sale() -> Program {
    let buy = [
        load("seen", "taken")
            .label("if taken.load()")
            .jump_if(val("seen"), END),
        store("taken", 1).label("taken.store(true)"),
    ];
    Program::new()
        .shared("taken", 0)
        .thread(buy.clone())
        .thread(buy)
        .keep("A.seen")
        .keep("B.seen")
}

/// A seller who says "ready" before the price is written, and a buyer.
#[must_use]
pub fn early_flag() -> Program {
    let seller = [
        store("ready", 1).label("ready.store(true)"),
        store("price", 42).label("price.store(42)"),
    ];
    let buyer = [
        load("told", "ready")
            .label("if ready.load()")
            .jump_if(val("told").is(0), END),
        load("seen", "price").label("price.load()"),
    ];
    Program::new()
        .shared("ready", 0)
        .shared("price", 0)
        .thread(seller)
        .thread(buyer)
        .keep("B.told")
        .keep("B.seen")
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
