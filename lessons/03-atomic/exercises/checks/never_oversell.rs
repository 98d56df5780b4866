//! Lets groups buy in every execution, with a screen that shows the number sold, and compares it with what they are told.

use super::sell;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicU32, Ordering::Relaxed};
use shared::model::{Explored, Mode, Model, Named, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "never_oversell",
    law: "No more is sold than there is, and a group is refused only where the tickets do not suffice.",
    page: "03-atomic/fix-it.md",
    section: "The right step",
    run,
};

fn run() -> Result<String, Refusal> {
    let two = [
        tried(TWO, || no_more_is_sold_than_there_is(3, [2, 2]))?,
        tried(TWO, || no_more_is_sold_than_there_is(3, [1, 2]))?,
        tried(TWO, || the_screen_never_says_more(3, [2, 2]))?,
        tried(TWO, one_after_the_other)?,
    ];
    let three = tried(THREE, || no_more_is_sold_than_there_is(4, [2, 1, 1]))?;
    Ok(format!("{}; {}", explored(&two), explored(&[three])))
}

/// Weak mode, since `Relaxed` is said to do.
const TWO: Model = Model::new(Mode::Weak);

/// Two preemptions let two groups come in between, one after the other; without a bound there are too many executions.
const THREE: Model = Model {
    preemptions: Some(2),
    ..TWO
};

fn tried(model: Model, law: impl Fn() + Send + Sync + 'static) -> Result<Explored, Refusal> {
    model.check(law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "a group tries for ever: what it expects to find is not what `sold` says now, and never will be",
        ),
        _ => failed.into(),
    })
}

fn start(sold: &Arc<AtomicU32>, capacity: u32, wanted: u32) -> thread::JoinHandle<bool> {
    let sold = Arc::clone(sold);
    thread::spawn(move || sell(&sold, capacity, wanted))
}

fn nothing_sold() -> Arc<AtomicU32> {
    Arc::new(AtomicU32::new(0).named("sold"))
}

fn no_more_is_sold_than_there_is<const GROUPS: usize>(capacity: u32, wanted: [u32; GROUPS]) {
    let sold = nothing_sold();
    let groups = wanted.map(|wanted| (wanted, start(&sold, capacity, wanted)));
    let told = groups.map(|(wanted, group)| (wanted, group.join().unwrap()));
    agrees(capacity, &told, sold.load(Relaxed));
}

/// Looks at the number while the groups buy.
fn the_screen_never_says_more(capacity: u32, wanted: [u32; 2]) {
    let sold = nothing_sold();
    let groups = wanted.map(|wanted| start(&sold, capacity, wanted));
    let shown = sold.load(Relaxed);
    assert!(
        shown <= capacity,
        "there are {capacity} tickets, and the screen says that {shown} are sold"
    );
    for group in groups {
        group.join().unwrap();
    }
}

/// A shop that is asked twice by the same thread, and another that opens after it.
fn one_after_the_other() {
    for capacity in [5, 2, 5, 0] {
        let sold = nothing_sold();
        let told = [3, 2].map(|wanted| (wanted, sell(&sold, capacity, wanted)));
        agrees(capacity, &told, sold.load(Relaxed));
    }
}

/// Checks that the number sold is what the groups have, and that no group was refused what is there.
fn agrees(capacity: u32, told: &[(u32, bool)], sold: u32) {
    let bought = told.iter().filter(|(_, bought)| *bought);
    let have: u32 = bought.map(|(wanted, _)| wanted).sum();
    assert!(
        have <= capacity,
        "there are {capacity} tickets, and the groups have {have}"
    );
    assert!(
        have == sold,
        "the groups have {have} tickets, and the number sold is {sold}"
    );
    // Tickets never come back, so what is left in the end was there all the time.
    let left = capacity - sold;
    if let Some((wanted, _)) = told.iter().find(|(wanted, got)| !got && *wanted <= left) {
        panic!("a group of {wanted} was refused, and {left} of {capacity} tickets are left");
    }
}
