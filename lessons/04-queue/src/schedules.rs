//! The lesson's programs as data, small enough that all their schedules can be counted, each with what goes wrong in it.

use shared::explore::{
    END, Expr, Graph, IGNORED, Program, State, Step, at, fetch_add, load, lock, store, unlock, val,
    wait_until,
};

/// What goes through a ring.
pub(super) const PUSHED: [i64; 2] = [7, 8];

/// A ring of two slots, through which two values go; the index is stored before the value.
///
/// # Examples
///
/// ```
/// use queue::schedules::{explored, index_first, reads_an_unwritten_slot};
///
/// let graph = explored(&index_first());
/// let schedules = graph.schedules().unwrap();
/// assert_eq!((schedules.total(), schedules.ending(reads_an_unwritten_slot)), (22, 8));
/// ```
#[must_use]
pub fn index_first() -> Program {
    // ANCHOR: index_first
    ring(|number, value| [announce(number), write(number, value)])
    // ANCHOR_END: index_first
}

/// The same ring; the value is written before the index is stored.
#[must_use]
pub fn value_first() -> Program {
    ring(|number, value| [write(number, value), announce(number)])
}

fn announce(number: i64) -> Step {
    store("tail", number + 1).label(&format!("tail = {}", number + 1))
}

fn write(number: i64, value: i64) -> Step {
    store(at("slot", number), value).label(&format!("slot[{number}] = {value}"))
}

/// Pushes as `push` says, into slots of which there are enough; pops what the index says is there.
fn ring(push: impl Fn(i64, i64) -> [Step; 2]) -> Program {
    let pop = |number: i64| {
        let got = format!("got{number}");
        let seen = Expr::from(number).below("tail");
        [
            wait_until(seen).label(&format!("wait for tail > {number}")),
            load(&got, at("slot", number)).label(&format!("{got} = slot[{number}]")),
        ]
    };
    let producer = (0..).zip(PUSHED).map(|(number, value)| push(number, value));
    Program::new()
        .array("slot", &[0, 0])
        .shared("tail", 0)
        .thread(producer.collect::<Vec<_>>().concat())
        .thread([pop(0), pop(1)].concat())
        .keep("B.got0")
        .keep("B.got1")
}

/// Tells if the consumer of a ring got something else than was pushed: what was in the slot before.
#[must_use]
pub fn reads_an_unwritten_slot(state: &State<'_>) -> bool {
    state.is_finished() && [state.value("B.got0"), state.value("B.got1")] != PUSHED
}

/// Two consumers, two values, of which the front is numbered by `head`; each consumer looks under the lock and removes under
/// the lock again.
#[must_use]
pub fn peek_then_pop() -> Program {
    two_consumers([
        lock("queue").label("queue.lock()"),
        load("front", "head").label("front = peek()"),
        unlock("queue").label("unlock"),
        lock("queue").label("queue.lock()"),
        fetch_add(IGNORED, "head", 1).label("pop()"),
        unlock("queue").label("unlock"),
    ])
}

/// The same consumers, each of which looks and removes in one critical section.
#[must_use]
pub fn pop_at_once() -> Program {
    two_consumers([
        lock("queue").label("queue.lock()"),
        load("front", "head").label("front = peek()"),
        fetch_add(IGNORED, "head", 1).label("pop()"),
        unlock("queue").label("unlock"),
    ])
}

fn two_consumers<const STEPS: usize>(pop: [Step; STEPS]) -> Program {
    Program::new()
        .shared("head", 0)
        .lock("queue")
        .thread(pop.clone())
        .thread(pop)
        .keep("A.front")
        .keep("B.front")
}

/// Tells if both consumers got the same value.
#[must_use]
pub fn pops_a_value_twice(state: &State<'_>) -> bool {
    state.is_finished() && state.value("A.front") == state.value("B.front")
}

/// A producer that asks whether the queue is open before it takes the lock; another thread closes and drains the queue.
#[must_use]
pub fn close_against_push() -> Program {
    let push = [
        load("closed", "is_closed")
            .label("if is_closed, leave")
            .jump_if(val("closed"), END),
        lock("queue").label("queue.lock()"),
        store("waiting", 1).label("push the value"),
        unlock("queue").label("unlock"),
    ];
    closing(push)
}

/// The same producer, which asks under the lock.
#[must_use]
pub fn close_under_the_lock() -> Program {
    let push = [
        lock("queue").label("queue.lock()"),
        load("closed", "is_closed")
            .label("if is_closed, leave")
            .jump_if(val("closed"), "leave"),
        store("waiting", 1).label("push the value"),
        unlock("queue").mark("leave").label("unlock"),
    ];
    closing(push)
}

fn closing(push: [Step; 4]) -> Program {
    let close_and_drain = [
        lock("queue").label("queue.lock()"),
        store("is_closed", 1).label("is_closed = true"),
        store("waiting", 0).label("pop what there is"),
        unlock("queue").label("unlock"),
    ];
    Program::new()
        .shared("is_closed", 0)
        .shared("waiting", 0)
        .lock("queue")
        .thread(push)
        .thread(close_and_drain)
        .keep("A.closed")
}

/// Tells if a value is in the queue that nobody will pop.
#[must_use]
pub fn leaves_a_value_behind(state: &State<'_>) -> bool {
    state.is_finished() && state.value("waiting") == 1
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
