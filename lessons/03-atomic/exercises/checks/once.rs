//! Lets callers ask for one price in every execution, counts how often it is made, and compares what they get.

use super::LazyPrice;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicU32, Ordering::Relaxed};
use shared::model::{Explored, Mode, Named, check, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "once",
    law: "The price is made once, and whoever asks gets that one.",
    page: "03-atomic/fix-it.md",
    section: "Look, lock, look again",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        tried(both_get_what_one_makes)?,
        tried(whoever_comes_late_gets_it_too)?,
    ];
    Ok(explored(&models))
}

fn tried(law: fn()) -> Result<Explored, Refusal> {
    check(Mode::Weak, law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "a caller waits for ever, for a state that nobody will store; \
             or the loop that waits does not call `hint::spin_loop`",
        ),
        _ => failed.into(),
    })
}

/// A price, and how often it was made.
struct Asked {
    price: LazyPrice,
    made: AtomicU32,
}

impl Asked {
    fn nobody_yet() -> Arc<Self> {
        Arc::new(Self {
            price: LazyPrice::new(),
            made: AtomicU32::new(0).named("made"),
        })
    }

    /// Asks, and offers to make the price `offer`.
    fn ask(&self, offer: u32) -> u32 {
        self.price.get(|| {
            // Relaxed: counted for the law alone.
            let before = self.made.fetch_add(1, Relaxed);
            assert!(before == 0, "the price is made a second time");
            offer
        })
    }
}

/// Two callers who would each make another price: both get the same, which is one of the two.
fn both_get_what_one_makes() {
    let asked = Asked::nobody_yet();
    let other = thread::spawn({
        let asked = Arc::clone(&asked);
        move || asked.ask(20)
    });
    let mine = asked.ask(10);
    let theirs = other.join().unwrap();
    assert!(
        mine == theirs,
        "one caller gets a price of {mine}, and the other one of {theirs}"
    );
    assert!(
        [10, 20].contains(&mine),
        "the callers make a price of 10 or of 20, and get {mine}"
    );
    let made = asked.made.load(Relaxed);
    assert!(made == 1, "the price was made {made} times");
}

/// Another price, which may be 0 as well; whoever asks again does not make it again.
fn whoever_comes_late_gets_it_too() {
    for price in [7, 0] {
        let asked = Asked::nobody_yet();
        let first = thread::spawn({
            let asked = Arc::clone(&asked);
            move || asked.ask(price)
        });
        let got = [first.join().unwrap(), asked.ask(9), asked.ask(9)];
        assert!(
            got == [price; 3],
            "the price made is {price}, and three who ask one after the other get {got:?}"
        );
    }
}
