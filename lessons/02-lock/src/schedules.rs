//! The lesson's programs as data, small enough that all their schedules can be counted.

use shared::explore::{
    END, Graph, Program, Step, load, lock, notify_one, store, unlock, val, wait, work,
};

/// Two transfers the opposite way, each of which locks the account that pays first.
///
/// # Examples
///
/// ```
/// use lock::schedules::{explored, opposite_order};
/// use shared::explore::State;
///
/// let graph = explored(&opposite_order());
/// let schedules = graph.schedules().unwrap();
/// assert_eq!((graph.states().len(), schedules.total()), (23, 6));
/// assert_eq!(schedules.ending(State::is_deadlock), 2);
/// ```
#[must_use]
pub fn opposite_order() -> Program {
    // ANCHOR: opposite_order
    Program::new()
        .lock("alice")
        .lock("bob")
        .thread(under("alice", "bob", "transfer"))
        .thread(under("bob", "alice", "transfer"))
    // ANCHOR_END: opposite_order
}

/// The same two transfers, both of which lock Alice's account first.
#[must_use]
pub fn one_order() -> Program {
    Program::new()
        .lock("alice")
        .lock("bob")
        .thread(under("alice", "bob", "transfer"))
        .thread(under("alice", "bob", "transfer"))
}

/// Philosophers at a round table who take the fork on the left first.
#[must_use]
pub fn philosophers(seats: usize) -> Program {
    let fork = |number: usize| format!("fork {}", number % seats);
    let laid = (0..seats).fold(Program::new(), |table, seat| table.lock(&fork(seat)));
    (0..seats).fold(laid, |table, seat| {
        table.thread(under(&fork(seat), &fork(seat + 1), "eat"))
    })
}

/// Does some work under two locks.
fn under(first: &str, second: &str, what: &str) -> [Step; 5] {
    [
        lock(first),
        lock(second),
        work(what),
        unlock(second),
        unlock(first),
    ]
}

/// Two buyers of one seat, each of whom checks under the lock and acts under it again.
#[must_use]
pub fn split_section() -> Program {
    let buy = [
        lock("sale").label("sale.lock()"),
        load("seen", "taken").label("check taken"),
        unlock("sale")
            .label("unlock; if taken, leave")
            .jump_if(val("seen"), END),
        lock("sale").label("sale.lock()"),
        store("taken", 1).label("taken = true"),
        unlock("sale").label("unlock"),
    ];
    two_buyers(buy)
}

/// Two buyers of one seat, each of whom checks and acts in one critical section.
#[must_use]
pub fn one_section() -> Program {
    let buy = [
        lock("sale").label("sale.lock()"),
        load("seen", "taken")
            .label("check taken")
            .jump_if(val("seen"), "leave"),
        store("taken", 1).label("taken = true"),
        unlock("sale").mark("leave").label("unlock"),
    ];
    two_buyers(buy)
}

fn two_buyers<const STEPS: usize>(buy: [Step; STEPS]) -> Program {
    Program::new()
        .shared("taken", 0)
        .lock("sale")
        .thread(buy.clone())
        .thread(buy)
        .keep("A.seen")
        .keep("B.seen")
}

/// A taker who looks and sleeps under the lock, and a putter who does without the lock.
#[must_use]
pub fn lost_wakeup() -> Program {
    handover(vec![put(), notify_one("arrived")])
}

/// The same taker, and a putter who takes the lock.
#[must_use]
pub fn predicate_loop() -> Program {
    handover(vec![
        lock("desk"),
        put(),
        notify_one("arrived"),
        unlock("desk"),
    ])
}

fn put() -> Step {
    store("ticket", 1).label("put a ticket")
}

fn handover(putter: Vec<Step>) -> Program {
    let taker = [
        lock("desk"),
        load("seen", "ticket")
            .mark("look")
            .label("is there a ticket?")
            .jump_if(val("seen"), "leave"),
        wait("arrived", "desk")
            .jump("look")
            .label("arrived.wait(desk)"),
        unlock("desk").mark("leave"),
    ];
    Program::new()
        .shared("ticket", 0)
        .lock("desk")
        .condvar("arrived")
        .thread(taker)
        .thread(putter)
        .keep("A.seen")
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
