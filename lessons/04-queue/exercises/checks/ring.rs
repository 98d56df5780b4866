//! Sends tickets through rings of one slot and of two in every execution, and asks of each ordering whether it must be that strong.

use super::{Ring, Ticket};
use shared::exercise::{Check, Refusal, explored, none_is_too_strong};
use shared::model::{Explored, Mode, Model, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "ring",
    law: "What was written is read, once and in order, and no ordering is stronger than need be.",
    page: "04-queue/fix-it.md",
    section: "Value first, then the index",
    run,
};

/// What is too weak breaks one of them; of what is too strong, the weaker one breaks none.
const LAWS: [(Model, fn()); 3] = [
    (WEAK, || tickets_come_out_in_order(1, &[], &[1])),
    (WEAK, || tickets_come_out_in_order(1, &[1], &[2])),
    (WEAK, || tickets_come_out_in_order(2, &[1], &[2, 3])),
];

const WEAK: Model = Model::new(Mode::Weak);

fn run() -> Result<String, Refusal> {
    let mut models = vec![tried(LAWS[0])?];
    models.push(tried((WEAK, all_slots_can_be_used))?);
    models.extend([tried(LAWS[1])?, tried(LAWS[2])?]);
    let tried = none_is_too_strong(&LAWS)?;
    let explored = explored(&models);
    Ok(format!(
        "{explored}; each of {tried} weaker orderings is refuted"
    ))
}

fn tried((model, law): (Model, fn())) -> Result<Explored, Refusal> {
    model.check(law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "a call waits for the other end of the ring: `try_push` and `try_pop` return at once, whatever they find",
        ),
        _ => failed.into(),
    })
}

/// Pushes tickets, and then some more while a consumer pops; nobody tries again.
fn tickets_come_out_in_order(
    slots: usize,
    before: &'static [Ticket],
    meanwhile: &'static [Ticket],
) {
    let ring = Arc::new(Ring::with_slots(slots));
    let push = |tickets: &[Ticket]| {
        let mut tickets = tickets.to_vec();
        tickets.retain(|&ticket| ring.try_push(ticket).is_ok());
        tickets
    };
    let mut pushed = push(before);
    let pop = |ring: &Ring, times| {
        let popped = (0..times).filter_map(|_| ring.try_pop());
        popped.collect::<Vec<Ticket>>()
    };
    let consumer = thread::spawn({
        let (ring, times) = (Arc::clone(&ring), before.len() + meanwhile.len());
        move || pop(&ring, times)
    });
    pushed.extend(push(meanwhile));
    let mut popped = consumer.join().unwrap();
    // As often as there are tickets left, and once more.
    popped.extend(pop(&ring, slots + 1));
    assert!(
        popped == pushed,
        "the tickets {pushed:?} were taken in, and {popped:?} came out"
    );
}

/// Fills rings and empties them, twice, alone.
fn all_slots_can_be_used() {
    for slots in 1..=3 {
        let ring = Ring::with_slots(slots as usize);
        // 0 is a ticket like any other.
        for first in [0, 10] {
            let tickets: Vec<Ticket> = (first..first + slots).collect();
            for &ticket in &tickets {
                let pushed = ring.try_push(ticket);
                let there = ticket - first;
                assert!(
                    pushed.is_ok(),
                    "the ring has room for {slots} and holds {there}, and a push is refused"
                );
            }
            let pushed = ring.try_push(99);
            assert!(
                pushed == Err(99),
                "the ring has room for {slots} and is full, and to push ticket 99 returns {pushed:?}"
            );
            let popped: Vec<_> = tickets.iter().filter_map(|_| ring.try_pop()).collect();
            assert!(
                popped == tickets,
                "the tickets {tickets:?} were taken in, and {popped:?} came out"
            );
            let popped = ring.try_pop();
            assert!(
                popped.is_none(),
                "the ring is empty, and a pop returns {popped:?}"
            );
        }
    }
}
