//! Programs of every kind that a lesson may draw: two threads and three, locks, condition variables, store buffers, loops.

use shared::explore::{
    END, Program, State, Step, compute, fetch_add, load, lock, notify_one, store, unlock, val,
    wait, work,
};
use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};
use std::iter::repeat_n;

/// Tells if a state is of some kind.
type Kind = fn(&State<'_>) -> bool;

/// A figure that asks for a deadlock.
fn figure(name: &'static str, program: Program) -> Figure {
    Figure {
        lesson: "case",
        name,
        title: "some threads",
        program,
        fault: Fault {
            many: "deadlock",
            one: "deadlocks",
            is: |end| end.is_deadlock(),
            well: "Finished, and nobody waits.",
        },
        goal: Goal {
            sentence: "Let the threads wait for ever.",
            is: |state| state.is_deadlock(),
            end: End::Reached("they wait <for ever>."),
        },
        prediction: Prediction {
            question: "Can they wait for ever?",
            choices: vec![
                Choice {
                    text: "they can",
                    is: |end| end.is_deadlock(),
                    why: "Some do.",
                },
                Choice {
                    text: "they cannot",
                    is: |end| end.is_finished(),
                    why: "",
                },
            ],
            right: "Right.",
            wrong: "Wrong.",
        },
        caption: "{states} states, {total} schedules, {wrong} wrong, {reached} at the goal; {shortest}; `a < b`.",
        label: |state| state.number().to_string(),
    }
}

/// A figure whose goal is out of reach.
fn in_vain(name: &'static str, program: Program) -> Figure {
    let figure = figure(name, program);
    let goal = Goal {
        end: End::InVain,
        ..figure.goal
    };
    Figure { goal, ..figure }
}

/// Two threads that add 1 to a counter so many times each; the goal is the least that it can end at.
pub fn lost_update(increments: usize) -> Figure {
    let increment = [
        load("seen", "counter"),
        compute("seen", val("seen") + 1),
        store("counter", "seen"),
    ];
    let thread: Vec<_> = repeat_n(increment, increments).flatten().collect();
    let program = Program::new().shared("counter", 0);
    let lost = figure("lost", program.thread(thread.clone()).thread(thread));
    let (is_lost, is_least): (Kind, Kind) = match increments {
        1 => (
            |end| end.value("counter") < 2,
            |state| state.is_end() && state.value("counter") == 1,
        ),
        _ => (
            |end| end.value("counter") < 4,
            |state| state.is_end() && state.value("counter") == 2,
        ),
    };
    Figure {
        fault: Fault {
            many: "lose an update",
            one: "loses an update",
            is: is_lost,
            well: "Finished, and all are counted.",
        },
        goal: Goal {
            is: is_least,
            ..lost.goal
        },
        label: |state| state.value("counter").to_string(),
        ..lost
    }
}

/// So many philosophers, who each take the fork on the left first.
pub fn philosophers(seats: usize) -> Figure {
    let fork = |i: usize| format!("fork {}", i % seats);
    let table = (0..seats).fold(Program::new(), |program, i| program.lock(&fork(i)));
    let seat = |program: Program, i: usize| {
        let (left, right) = (fork(i), fork(i + 1));
        program.thread([
            lock(&left),
            lock(&right),
            work("eat"),
            unlock(&right),
            unlock(&left),
        ])
    };
    figure("philosophers", (0..seats).fold(table, seat))
}

/// A waiter that looks before it sleeps, and a notifier without the lock: the wakeup is lost in between.
fn lost_wakeup() -> Figure {
    let waiter = [
        load("seen", "ready").jump_if(val("seen"), END),
        lock("door"),
        wait("bell", "door"),
        unlock("door"),
    ];
    let program = Program::new()
        .shared("ready", 0)
        .lock("door")
        .condvar("bell");
    let notifier = [store("ready", 1), notify_one("bell")];
    figure("wakeup", program.thread(waiter).thread(notifier))
}

/// Each thread stores, and then loads what the other stores, through a store buffer.
pub fn store_buffers() -> Figure {
    let thread = |own, other| [store(own, 1), load("seen", other)];
    let program = Program::new().shared("x", 0).shared("y", 0);
    let program = program.thread(thread("x", "y")).thread(thread("y", "x"));
    let figure = figure(
        "buffers",
        program.keep("A.seen").keep("B.seen").with_store_buffers(),
    );
    Figure {
        fault: Fault {
            is: |end| end.value("A.seen") + end.value("B.seen") == 0,
            ..figure.fault
        },
        goal: Goal {
            is: |state| state.is_end() && state.value("A.seen") + state.value("B.seen") == 0,
            ..figure.goal
        },
        ..figure
    }
}

/// One thread stores, through its buffer, and the other only loads.
pub fn one_buffer() -> Figure {
    let program = Program::new().shared("x", 0);
    let program = program.thread([store("x", 1)]).thread([load("seen", "x")]);
    in_vain("buffer", program.keep("B.seen").with_store_buffers())
}

/// A lock of one word, taken by turning in a loop: there are cycles, and steps that change nothing.
fn spinning() -> Figure {
    let turn = fetch_add("ticket", "word", 0).jump_if(val("ticket"), "turn");
    let thread: [Step; 3] = [turn.mark("turn"), store("word", 1), store("word", 0)];
    let program = Program::new()
        .shared("word", 0)
        .thread(thread.clone())
        .thread(thread);
    in_vain("spinning", program)
}

/// The same by looking and taking, two steps: the loop leads back, and both may take it.
fn looking() -> Figure {
    let thread = [
        load("seen", "word").mark("look"),
        work("look").jump_if(val("seen"), "look"),
        store("word", 1),
        store("word", 0),
    ];
    let program = Program::new()
        .shared("word", 0)
        .thread(thread.clone())
        .thread(thread);
    in_vain("looking", program)
}

/// One order for both threads.
pub fn one_order() -> Figure {
    let thread = [
        lock("shop"),
        lock("ledger"),
        unlock("ledger"),
        unlock("shop"),
    ];
    let program = Program::new().lock("shop").lock("ledger");
    in_vain("order", program.thread(thread.clone()).thread(thread))
}

/// Every case.
pub fn all() -> Vec<Figure> {
    vec![
        lost_update(1),
        lost_update(2),
        philosophers(3),
        lost_wakeup(),
        store_buffers(),
        spinning(),
        looking(),
        one_order(),
    ]
}
