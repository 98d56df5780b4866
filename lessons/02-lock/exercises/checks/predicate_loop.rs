//! Puts tickets down while visitors wait for them, in every execution, and counts who has one.

use super::Desk;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use shared::model::{Explored, Mode, Named, check, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "predicate_loop",
    law: "Whoever waits sleeps until there is a ticket, and then has one.",
    page: "02-lock/fix-it.md",
    section: "Wait in a loop",
    run,
};

fn run() -> Result<String, Refusal> {
    let mut models: Vec<Explored> = vec![
        check(Mode::Interleaving, || what_is_put_is_taken(1))?,
        check(Mode::Interleaving, || what_is_put_is_taken(2))?,
    ];
    without_a_ticket_a_visitor_sleeps()?;
    models.extend([
        check(Mode::Interleaving, each_ticket_is_taken_once)?,
        check(Mode::Interleaving, each_ticket_wakes_a_visitor)?,
    ]);
    Ok(explored(&models))
}

/// Starts a visitor who takes a ticket and then says so.
fn visitor(desk: &Arc<Desk>, have_one: &Arc<AtomicUsize>) -> thread::JoinHandle<()> {
    let (desk, have_one) = (Arc::clone(desk), Arc::clone(have_one));
    thread::spawn(move || {
        desk.take();
        have_one.fetch_add(1, SeqCst);
    })
}

/// One visitor, who comes before the tickets or after; the ticket that is left over can be taken too.
fn what_is_put_is_taken(tickets: usize) {
    let desk = Arc::new(Desk::new());
    let visitor = thread::spawn({
        let desk = Arc::clone(&desk);
        move || desk.take()
    });
    (0..tickets).for_each(|_| desk.put());
    visitor.join().unwrap();
    (1..tickets).for_each(|_| desk.take());
}

/// One visitor may sleep when the first ticket is put down; the other comes after that, and may be quicker.
fn each_ticket_is_taken_once() {
    let (desk, have_one) = (
        Arc::new(Desk::new()),
        Arc::new(AtomicUsize::new(0).named("have_one")),
    );
    let first = visitor(&desk, &have_one);
    desk.put();
    let second = visitor(&desk, &have_one);
    let early = have_one.load(SeqCst);
    assert!(
        early <= 1,
        "1 ticket was put down, and {early} visitors have one"
    );
    desk.put();
    for visitor in [first, second] {
        visitor.join().unwrap();
    }
}

/// Two visitors may sleep when two tickets are put down, the second before anybody has come for the first.
fn each_ticket_wakes_a_visitor() {
    let desk = Arc::new(Desk::new());
    let visitors = [0, 1].map(|_| {
        let desk = Arc::clone(&desk);
        thread::spawn(move || desk.take())
    });
    (0..2).for_each(|_| desk.put());
    for visitor in visitors {
        visitor.join().unwrap();
    }
}

/// Lets a visitor come to an empty desk, and nobody else: the one check that must find a deadlock.
fn without_a_ticket_a_visitor_sleeps() -> Result<(), Refusal> {
    let Err(ended) = check(Mode::Interleaving, || Desk::new().take()) else {
        return Err(Refusal::because(
            "no ticket was put down, and a visitor has one",
        ));
    };
    match ended.failure().kind {
        FailureKind::Deadlock => Ok(()),
        FailureKind::TooLong => Err(Refusal::because(
            "a visitor who waits looks again and again, and does not sleep: wait on the condition variable",
        )),
        _ => Err(ended.into()),
    }
}
