//! A ring of two slots between one producer and one consumer (Lamport, 1977).

use std::collections::BTreeSet;

use shared::explore::{Outcome, Program, Step, at, load, store, val, wait_until};

/// Pushes a value once there is room, announcing it after it is written, or before.
fn push(value: i64, announce_first: bool) -> Vec<Step> {
    let mut steps = vec![
        load("t", "tail"),
        wait_until((val("t") - "head").below(2)),
        store(at("slot", val("t") % 2), value),
        store("tail", val("t") + 1),
    ];
    if announce_first {
        steps.swap(2, 3);
    }
    steps
}

/// Pops the i-th value, and leaves 0 in the slot.
fn pop(i: i64) -> [Step; 4] {
    [
        wait_until(val("tail").is_not(i)),
        load(&format!("got{i}"), at("slot", i % 2)),
        store(at("slot", i % 2), 0),
        store("head", i + 1),
    ]
}

fn popped(announce_first: bool) -> BTreeSet<Outcome> {
    let produce = [7, 8, 9].map(|value| push(value, announce_first)).concat();
    let program = Program::new()
        .array("slot", &[0, 0])
        .shared("head", 0)
        .shared("tail", 0);
    let program = program
        .thread(produce)
        .thread([pop(0), pop(1), pop(2)].concat());
    let program = program.keep("B.got0").keep("B.got1").keep("B.got2");
    program
        .explore()
        .unwrap()
        .outcomes(&["B.got0", "B.got1", "B.got2"])
}

#[test]
fn a_ring_hands_out_every_value_in_order() {
    assert_eq!(popped(false), [Outcome::Finished(vec![7, 8, 9])].into());
}

#[test]
fn a_value_announced_before_it_is_written_is_read_as_an_empty_slot() {
    assert!(popped(true).contains(&Outcome::Finished(vec![0, 8, 9])));
}
