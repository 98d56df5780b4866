//! Lets visitors go through the gate in every execution, and counts how many are inside.

use super::Gate;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicU32, Ordering::SeqCst};
use shared::model::{Explored, Mode, Named, check, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "bounded_gate",
    law: "No more are inside than the gate has permits, and nobody waits while there is one.",
    page: "02-lock/fix-it.md",
    section: "A semaphore",
    run,
};

fn run() -> Result<String, Refusal> {
    let mut models: Vec<Explored> = vec![
        check(Mode::Interleaving, || no_more_are_inside(1, [1, 1]))?,
        check(Mode::Interleaving, all_permits_can_be_had)?,
    ];
    whoever_finds_no_permit_sleeps()?;
    models.extend([
        check(Mode::Interleaving, || no_more_are_inside(2, [1, 1]))?,
        check(Mode::Interleaving, || no_more_are_inside(1, [1, 3]))?,
        check(Mode::Interleaving, whoever_waits_is_let_in)?,
    ]);
    Ok(explored(&models))
}

/// Two visitors go in and out; one who comes again can be quicker than one who was woken.
fn no_more_are_inside(permits: u32, times: [usize; 2]) {
    let hall = Arc::new((Gate::new(permits), AtomicU32::new(0).named("inside")));
    let visitors = times.map(|times| {
        let hall = Arc::clone(&hall);
        thread::spawn(move || (0..times).for_each(|_| visit(&hall.0, &hall.1, permits)))
    });
    for visitor in visitors {
        visitor.join().unwrap();
    }
}

fn visit(gate: &Gate, inside: &AtomicU32, permits: u32) {
    let _permit = gate.enter();
    let now = inside.fetch_add(1, SeqCst) + 1;
    assert!(
        now <= permits,
        "{now} visitors are inside, and the number of permits is {permits}"
    );
    inside.fetch_sub(1, SeqCst);
}

/// Takes three permits of three and gives them back, twice: a permit has no owner, so one thread may have them all.
fn all_permits_can_be_had() {
    let visitor = thread::spawn(|| {
        let gate = Gate::new(3);
        for _ in 0..2 {
            drop([gate.enter(), gate.enter(), gate.enter()]);
        }
    });
    visitor.join().unwrap();
}

/// Gives back two permits while two visitors may wait. They keep them, so neither wakes the other.
fn whoever_waits_is_let_in() {
    let gate = Arc::new(Gate::new(2));
    let permits = [gate.enter(), gate.enter()];
    let visitors = [0, 1].map(|_| {
        let gate = Arc::clone(&gate);
        thread::spawn(move || std::mem::forget(gate.enter()))
    });
    drop(permits);
    for visitor in visitors {
        visitor.join().unwrap();
    }
}

/// Asks for a permit more than there are, and gives none back: the one check that must find a deadlock.
fn whoever_finds_no_permit_sleeps() -> Result<(), Refusal> {
    let one_too_many = || {
        let gate = Gate::new(1);
        let _permits = [gate.enter(), gate.enter()];
    };
    let Err(ended) = check(Mode::Interleaving, one_too_many) else {
        return Err(Refusal::because(
            "the gate has 1 permit, and one thread has got 2",
        ));
    };
    match ended.failure().kind {
        FailureKind::Deadlock => Ok(()),
        FailureKind::TooLong => Err(Refusal::because(
            "whoever finds no permit looks again and again, and does not sleep: wait on a condition variable",
        )),
        _ => Err(ended.into()),
    }
}
