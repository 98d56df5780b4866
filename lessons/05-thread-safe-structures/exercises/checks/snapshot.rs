//! Lets visitors load a list of prices while managers change it, in every execution, and looks at what they have.

use super::Prices;
use shared::exercise::{Check, Refusal, explored};
use shared::model::{Explored, Mode, check, thread};
use shared::timeline::FailureKind;
use std::sync::{Arc, Mutex};

/// The check.
pub const CHECK: Check = Check {
    name: "snapshot",
    law: "A list that is loaded was there at one moment and stays as it is, nobody waits to load it, and no change is lost.",
    page: "05-thread-safe-structures/fix-it.md",
    section: "A snapshot",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        tried(a_change_is_seen_wholly_or_not_at_all)?,
        tried(|| no_change_is_lost([&[10], &[100]]))?,
        tried(|| no_change_is_lost([&[10, 20], &[100]]))?,
        tried(what_was_loaded_stays)?,
        tried(what_is_loaded_is_shared)?,
        whoever_loads_waits_for_no_change()?,
    ];
    Ok(explored(&models))
}

fn tried(law: impl Fn() + Send + Sync + 'static) -> Result<Explored, Refusal> {
    check(Mode::Interleaving, law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "a call never ends: whoever waits for a lock must sleep, by `lock`, and not look again and again; \
             and whoever tries again must look at the list as it is then",
        ),
        _ => failed.into(),
    })
}

const BEFORE: [u32; 2] = [1, 2];

fn listed() -> Arc<Prices> {
    Arc::new(Prices::new(BEFORE.to_vec()))
}

/// Starts a manager, who makes all rows dearer by each of these in turn.
fn manager(prices: &Arc<Prices>, all_by: &'static [u32]) -> thread::JoinHandle<()> {
    let prices = Arc::clone(prices);
    thread::spawn(move || {
        for &by in all_by {
            prices.update(|rows| make_dearer(rows, by));
        }
    })
}

fn make_dearer(rows: &mut [u32], by: u32) {
    rows.iter_mut().for_each(|price| *price += by);
}

fn dearer(by: u32) -> [u32; 2] {
    BEFORE.map(|price| price + by)
}

fn a_change_is_seen_wholly_or_not_at_all() {
    let prices = listed();
    let manager = manager(&prices, &[10]);
    let seen = prices.load();
    assert!(
        **seen == BEFORE || **seen == dearer(10),
        "the list was {BEFORE:?} and then {:?}, and a visitor has loaded {seen:?}",
        dearer(10)
    );
    manager.join().unwrap();
    let now = prices.load();
    assert!(
        **now == dearer(10),
        "all rows were made dearer by 10, and whoever loads then finds {now:?}"
    );
}

fn no_change_is_lost(changes: [&'static [u32]; 2]) {
    let prices = listed();
    let managers = changes.map(|all_by| manager(&prices, all_by));
    for manager in managers {
        manager.join().unwrap();
    }
    let now = prices.load();
    let all_by = changes.concat();
    assert!(
        **now == dearer(all_by.iter().sum()),
        "the list was {BEFORE:?}, all rows were made dearer by each of {all_by:?}, and whoever loads then finds {now:?}"
    );
}

/// Keeps a list while a manager changes it twice.
fn what_was_loaded_stays() {
    let prices = listed();
    let kept = prices.load();
    let manager = manager(&prices, &[10]);
    let seen = prices.load();
    let seen_then = seen.to_vec();
    manager.join().unwrap();
    prices.update(|rows| make_dearer(rows, 100));
    for (list, then) in [(&kept, BEFORE.as_slice()), (&seen, &seen_then)] {
        assert!(
            **list == then,
            "a visitor has loaded {then:?}, and after two changes it is {list:?}"
        );
    }
    let now = prices.load();
    assert!(
        **now == dearer(110),
        "the list was {BEFORE:?}, all rows were made dearer by each of [10, 100], and whoever loads then finds {now:?}"
    );
}

fn what_is_loaded_is_shared() {
    let prices = listed();
    let other = thread::spawn({
        let prices = Arc::clone(&prices);
        move || prices.load()
    });
    let (mine, theirs) = (prices.load(), other.join().unwrap());
    assert!(
        Arc::ptr_eq(&mine, &theirs),
        "nobody has changed the list, and two who load it have each a copy of their own"
    );
}

/// Has a visitor load the list in the middle of a change, which goes on only when that is done.
fn whoever_loads_waits_for_no_change() -> Result<Explored, Refusal> {
    let ended = check(Mode::Interleaving, || {
        let prices = listed();
        let visitor = thread::spawn({
            let prices = Arc::clone(&prices);
            move || prices.load()
        });
        // The change may be made again, and then the visitor has been here.
        let visitor = Mutex::new(Some(visitor));
        prices.update(|rows| {
            make_dearer(rows, 10);
            let visitor = visitor.lock().unwrap().take();
            if let Some(seen) = visitor.map(|visitor| visitor.join().unwrap()) {
                assert!(
                    **seen == BEFORE,
                    "the change is not made yet, and a visitor has loaded {seen:?}"
                );
            }
        });
    });
    ended.map_err(|failed| match failed.failure().kind {
        FailureKind::Deadlock => Refusal::shown_by(
            "whoever loads the list waits while a change is being worked out",
            failed.execution().clone(),
        ),
        _ => failed.into(),
    })
}
