//! The lesson's programs as data, small enough that all their schedules can be counted.

use shared::explore::{
    END, Graph, IGNORED, Program, Step, compare_exchange, compute, fence, fetch_add, load, lock,
    store, unlock, val,
};

/// Two threads that each add 1 to a counter, under a lock.
#[must_use]
pub fn locked_increment() -> Program {
    let increment = [
        lock("lock"),
        load("seen", "counter"),
        store("counter", val("seen") + 1),
        unlock("lock"),
    ];
    twice(Program::new().shared("counter", 0).lock("lock"), increment)
}

/// Two threads that each add 1 to a counter, by a read-modify-write.
#[must_use]
pub fn atomic_increment() -> Program {
    let increment = [fetch_add(IGNORED, "counter", 1)];
    twice(Program::new().shared("counter", 0), increment)
}

/// Two tills that each sell a seat by a compare-exchange loop; there are seats enough for both.
///
/// # Examples
///
/// ```
/// use atomic::schedules::{explored, sell};
///
/// let graph = explored(&sell());
/// let goes_round_again = graph.witness(|state| state.is_at('B', "again"));
/// assert_eq!(goes_round_again.as_deref(), Some("ABAB"));
/// ```
#[must_use]
pub fn sell() -> Program {
    // ANCHOR: sell
    let sell = [
        load("seen", "sold"),
        compare_exchange("found", "sold", "seen", val("seen") + 1)
            .mark("try")
            .label("compare_exchange(seen, seen + 1)")
            .jump_if(val("found").is("seen"), END),
        compute("seen", "found")
            .mark("again")
            .jump("try")
            .label("seen = found; try again"),
    ];
    // ANCHOR_END: sell
    twice(Program::new().shared("sold", 0), sell)
}

/// A seller who writes a price and then raises a flag, and a buyer who looks for the flag and then reads the price.
#[must_use]
pub fn message() -> Program {
    // ANCHOR: message
    let seller = [
        store("price", 42).label("price.store(42)"),
        store("ready", 1).label("ready.store(true)"),
    ];
    let buyer = [
        load("told", "ready")
            .label("if ready.load()")
            .jump_if(val("told").is(0), END),
        load("seen", "price").label("price.load()"),
    ];
    // ANCHOR_END: message
    Program::new()
        .shared("price", 0)
        .shared("ready", 0)
        .thread(seller)
        .thread(buyer)
        .keep("B.told")
        .keep("B.seen")
}

/// Two threads that each raise a flag of their own and then look at the other's, with store buffers.
///
/// # Examples
///
/// A flush is a step of its own, and a small letter:
///
/// ```
/// use atomic::schedules::{explored, store_buffering};
///
/// let graph = explored(&store_buffering(&[]));
/// assert_eq!(graph.letters().collect::<String>(), "ABab");
/// let both_are_in = graph.witness(|end| end.is_end() && end.value("A.seen") + end.value("B.seen") == 0);
/// assert_eq!(both_are_in.as_deref(), Some("AABBab"));
/// ```
#[must_use]
pub fn store_buffering(between: &[Step]) -> Program {
    // ANCHOR: store_buffering
    let side = |own, other| [&[store(own, 1)], between, &[load("seen", other)]].concat();
    let program = Program::new().shared("x", 0).shared("y", 0);
    let program = program.thread(side("x", "y")).thread(side("y", "x"));
    program.keep("A.seen").keep("B.seen").with_store_buffers()
    // ANCHOR_END: store_buffering
}

/// The same two threads with a fence between, which waits for the store buffer.
#[must_use]
pub fn fenced() -> Program {
    store_buffering(&[fence().label("fence(SeqCst)")])
}

fn twice<const STEPS: usize>(shared: Program, thread: [Step; STEPS]) -> Program {
    shared.thread(thread.clone()).thread(thread)
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
