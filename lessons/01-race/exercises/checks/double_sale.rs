//! Lets buyers meet at seats in every execution, and counts who is told that a seat is theirs.

use super::buy;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicBool, Ordering::SeqCst};
use shared::model::{Mode, Named, check, thread};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "double_sale",
    law: "A seat is sold once: of all who want it, exactly one is told that it is theirs.",
    page: "01-race/fix-it.md",
    section: "One indivisible step",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        check(Mode::Interleaving, || one_seat(2))?,
        check(Mode::Interleaving, one_buyer)?,
        check(Mode::Interleaving, || one_seat(3))?,
        check(Mode::Interleaving, two_seats)?,
    ];
    Ok(explored(&models))
}

fn one_seat(buyers: usize) {
    let sold = Arc::new(AtomicBool::new(false).named("sold"));
    let start = |_| {
        let sold = Arc::clone(&sold);
        thread::spawn(move || buy(&sold))
    };
    let buyers: Vec<_> = (0..buyers).map(start).collect();
    let told = buyers.into_iter().map(|buyer| buyer.join().unwrap());
    let owners = told.filter(|&told| told).count();
    assert!(
        owners == 1,
        "one seat, and {owners} buyers are told that it is theirs"
    );
    assert!(
        sold.load(SeqCst),
        "the seat was sold, and `sold` does not say so"
    );
}

fn one_buyer() {
    let sold = AtomicBool::new(false).named("sold");
    assert!(
        buy(&sold),
        "the seat is free, nobody else wants it, and the buyer does not get it"
    );
    assert!(!buy(&sold), "the seat was sold, and then sold again");
    let sold_before = AtomicBool::new(true).named("sold");
    assert!(
        !buy(&sold_before),
        "the seat was taken before anybody asked, and was sold"
    );
    assert!(
        sold_before.load(SeqCst),
        "a refused buyer has set the seat free"
    );
}

/// Two buyers want both seats, and begin at different ends.
fn two_seats() {
    let seats = Arc::new([
        AtomicBool::new(false).named("left"),
        AtomicBool::new(false).named("right"),
    ]);
    let other = thread::spawn({
        let seats = Arc::clone(&seats);
        move || [1, 0].map(|seat| buy(&seats[seat]))
    });
    let [left, right] = [0, 1].map(|seat| buy(&seats[seat]));
    let [other_right, other_left] = other.join().unwrap();
    assert!(
        left != other_left && right != other_right,
        "two seats, and not each has exactly one owner"
    );
}
