//! Holds the evening's laws in every execution of weak mode, and then tries each ordering one step weaker.

use super::Evening;
use shared::exercise::{Check, Refusal, explored, none_is_too_strong, orderings};
use shared::model::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use shared::model::{Explored, Mode, Model, Named, thread};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "pick_the_orderings",
    law: "Every ordering is as strong as it must be, and no stronger.",
    page: "03-atomic/why.md",
    section: "Happens before",
    run,
};

/// What is too weak breaks one of them; of what is too strong, the weaker one breaks none.
const LAWS: [(Model, fn()); 3] = [
    (WEAK, the_price_told_is_the_price_set),
    (WEAK, whoever_asks_is_counted),
    (WEAK, the_last_till_adds_up_what_both_have_taken),
];

const WEAK: Model = Model::new(Mode::Weak);

/// The operations of the program, line by line, which the learner leaves as they are.
const OPERATIONS: [&str; 8] = [
    "store",
    "store",
    "fetch_add",
    "load",
    "load",
    "store",
    "fetch_sub",
    "load",
];

fn run() -> Result<String, Refusal> {
    let models = LAWS.map(|(model, law)| model.check(law));
    let models: Vec<Explored> = models.into_iter().collect::<Result<_, _>>()?;
    nothing_but_orderings_is_changed()?;
    let tried = none_is_too_strong(&LAWS)?;
    let explored = explored(&models);
    Ok(format!(
        "{explored}; each of {tried} weaker orderings is refuted"
    ))
}

fn nothing_but_orderings_is_changed() -> Result<(), Refusal> {
    let sites = orderings(&LAWS)?;
    let operations: Vec<_> = sites.iter().map(|site| site.operation).collect();
    if operations == OPERATIONS {
        return Ok(());
    }
    Err(Refusal::because(format!(
        "change nothing but the orderings: the program's operations are {}, and now there are {}",
        OPERATIONS.join(", "),
        operations.join(", ")
    )))
}

fn evening() -> Arc<Evening> {
    Arc::new(Evening {
        price: AtomicU32::new(0).named("price"),
        is_open: AtomicBool::new(false).named("is_open"),
        asked: AtomicU32::new(0).named("asked"),
        takings: ["takings 0", "takings 1"].map(|name| AtomicU32::new(0).named(name)),
        at_work: AtomicU32::new(2).named("at_work"),
    })
}

fn the_price_told_is_the_price_set() {
    let evening = evening();
    let manager = thread::spawn({
        let evening = Arc::clone(&evening);
        move || evening.open(42)
    });
    if let Some(told) = evening.ask() {
        assert!(
            told == 42,
            "the price was set to 42, and a visitor is told {told}"
        );
    }
    manager.join().unwrap();
    let told = evening.ask();
    assert!(
        told == Some(42),
        "the evening is open at a price of 42, and a visitor is told {told:?}"
    );
}

fn whoever_asks_is_counted() {
    let evening = evening();
    let other = thread::spawn({
        let evening = Arc::clone(&evening);
        move || evening.ask()
    });
    let told = [evening.ask(), other.join().unwrap()];
    assert!(
        told == [None, None],
        "nobody has opened, and the visitors are told {told:?}"
    );
    let asked = evening.asked.load(Relaxed);
    assert!(asked == 2, "2 have asked, and {asked} were counted");
}

fn the_last_till_adds_up_what_both_have_taken() {
    let evening = evening();
    let other = thread::spawn({
        let evening = Arc::clone(&evening);
        move || evening.close(0, 30)
    });
    let sums = [evening.close(1, 12), other.join().unwrap()];
    match sums {
        [Some(sum), None] | [None, Some(sum)] => assert!(
            sum == 42,
            "the tills have taken 30 and 12, and the last one adds up {sum}"
        ),
        _ => panic!("one till is the last, and they return {sums:?}"),
    }
}
