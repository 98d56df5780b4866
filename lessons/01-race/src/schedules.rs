//! The lesson's programs as data, small enough that all their schedules can be counted.

use shared::explore::{END, Graph, Program, State, compute, load, store, val};
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
        load("seen", "counter").label("let seen = counter.load()"),
        compute("seen", val("seen") + 1).label("seen + 1"),
        store("counter", "seen").label("counter.store(seen + 1)"),
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

/// Holds a program and what it means for a schedule of it to go wrong.
#[derive(Debug)]
pub struct Question {
    /// What the threads do.
    pub title: &'static str,
    /// What may go wrong.
    pub fault: &'static str,
    /// The program.
    pub program: Program,
    /// Tells whether a schedule that ended so went wrong.
    pub is_wrong: fn(&State<'_>) -> bool,
}

/// Lists the lesson's programs with the question that each of them puts.
#[must_use]
pub fn questions() -> [Question; 4] {
    let question = |title, fault, program, is_wrong| Question {
        title,
        fault,
        program,
        is_wrong,
    };
    [
        question(
            "two threads add 1",
            "lose an update",
            lost_update(1),
            |end| end.value("counter") < 2,
        ),
        question(
            "two threads add 1 twice",
            "lose an update",
            lost_update(2),
            |end| end.value("counter") < 4,
        ),
        question(
            "two buyers, one seat",
            "sell it twice",
            double_sale(),
            |end| end.value("A.seen") + end.value("B.seen") == 0,
        ),
        question(
            "ready before the price",
            "show no price",
            early_flag(),
            |end| end.value("B.told") == 1 && end.value("B.seen") != 42,
        ),
    ]
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
