//! Lets groups ask for tickets in every execution, and compares what they are told with what is left.

use super::buy;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::Mutex;
use shared::model::{Mode, Named, check, thread};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "one_section",
    law: "A group is refused only where the tickets do not suffice, and each ticket is sold once.",
    page: "02-lock/fix-it.md",
    section: "One section",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        check(Mode::Interleaving, || each_ticket_is_sold_once(3, [2, 2]))?,
        check(Mode::Interleaving, || each_ticket_is_sold_once(3, [1, 2]))?,
        check(Mode::Interleaving, || each_ticket_is_sold_once(0, [1, 1]))?,
        check(Mode::Interleaving, one_after_the_other)?,
        check(Mode::Interleaving, || {
            each_ticket_is_sold_once(4, [2, 1, 2])
        })?,
    ];
    Ok(explored(&models))
}

fn each_ticket_is_sold_once<const GROUPS: usize>(tickets: u32, wanted: [u32; GROUPS]) {
    let left = Arc::new(Mutex::new(tickets).named("left"));
    let groups = wanted.map(|wanted| {
        let left = Arc::clone(&left);
        let group = thread::spawn(move || buy(&left, wanted));
        (wanted, group)
    });
    let told = groups.map(|(wanted, group)| (wanted, group.join().unwrap()));
    agrees(tickets, &told, *left.lock().unwrap());
}

/// A shop that is asked twice by the same thread, and another that opens after it.
fn one_after_the_other() {
    for tickets in [5, 2, 5] {
        let left = Mutex::new(tickets).named("left");
        let told = [3, 2].map(|wanted| (wanted, buy(&left, wanted)));
        agrees(tickets, &told, *left.lock().unwrap());
    }
}

/// Checks that what the groups have and what is left make up all tickets, and that no group was refused what is there.
fn agrees(tickets: u32, told: &[(u32, bool)], left: u32) {
    let bought = told.iter().filter(|(_, bought)| *bought);
    let groups: Vec<u32> = bought.map(|(wanted, _)| *wanted).collect();
    assert!(
        groups.iter().sum::<u32>() + left == tickets,
        "there were {tickets} tickets: groups of {groups:?} have theirs, and the number left is {left}"
    );
    // Tickets never come back, so what is left in the end was there all the time.
    if let Some((wanted, _)) = told.iter().find(|(wanted, got)| !got && *wanted <= left) {
        panic!("a group of {wanted} was refused, and {left} tickets are left");
    }
}
