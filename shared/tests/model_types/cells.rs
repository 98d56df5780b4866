//! Plain memory: two accesses, one of them a write, that nothing orders are a data race, told with both places.

use crate::tried::{fails, holds};
use shared::model::cell::UnsafeCell;
use shared::model::sync::Arc;
use shared::model::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Relaxed, Release},
};
use shared::model::{Mode, Named, check, thread};
use shared::timeline::FailureKind;

/// A value with a flag that may or may not guard it.
struct Guarded {
    value: UnsafeCell<u32>,
    ready: AtomicBool,
}

// SAFETY: whether the flag guards the value is what the checker judges, and it ends an execution where it does not.
unsafe impl Sync for Guarded {}

impl Guarded {
    fn new() -> Arc<Self> {
        Arc::new(Self {
            value: UnsafeCell::new(1).named("value"),
            ready: AtomicBool::new(false),
        })
    }

    fn write(&self, value: u32) {
        // SAFETY: the checker judges whether this access is alone.
        self.value.with_mut(|place| unsafe { *place = value });
    }

    fn read(&self) -> u32 {
        // SAFETY: the checker judges whether nobody writes.
        self.value.with(|place| unsafe { *place })
    }
}

/// Runs one closure on a thread of its own, and the other beside it.
fn beside(there: fn(&Guarded), here: fn(&Guarded)) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        let guarded = Guarded::new();
        let other = thread::spawn({
            let guarded = Arc::clone(&guarded);
            move || there(&guarded)
        });
        here(&guarded);
        other.join().unwrap();
    }
}

#[test]
fn a_race_is_told_with_both_places() {
    let (write, read) = (line!() + 1, line!() + 2);
    let there: fn(&Guarded) = |guarded| guarded.value.with_mut(|_| ());
    let here: fn(&Guarded) = |guarded| guarded.value.with(|_| ());
    for found in fails(FailureKind::DataRace, beside(there, here)) {
        let message = &found.failure().message;
        assert!(message.contains("data race on `value`"), "{message}");
        for line in [write, read] {
            assert!(message.contains(&format!("cells.rs:{line}")), "{message}");
        }
    }
}

#[test]
fn two_writes_are_a_race_and_two_reads_are_none() {
    fails(
        FailureKind::DataRace,
        beside(|to| to.write(2), |to| to.write(3)),
    );
    holds(beside(|from| _ = from.read(), |from| _ = from.read()));
}

#[test]
fn release_and_acquire_order_a_write_before_a_read() {
    let publish: fn(&Guarded) = |to| {
        to.write(42);
        to.ready.store(true, Release);
    };
    holds(beside(publish, |from| {
        if from.ready.load(Acquire) {
            assert_eq!(from.read(), 42);
        }
    }));
    let relaxed = beside(publish, |from| {
        if from.ready.load(Relaxed) {
            from.read();
        }
    });
    let found = check(Mode::Weak, relaxed).unwrap_err();
    assert_eq!(found.failure().kind, FailureKind::DataRace, "{found}");
}

#[test]
fn an_access_lasts_until_its_closure_returns() {
    let publishes_too_early: fn(&Guarded) = |to| {
        to.value.with_mut(|place| {
            to.ready.store(true, Release);
            assert!(to.ready.load(Relaxed));
            // SAFETY: the checker judges this access too.
            unsafe { *place = 42 }
        });
    };
    let read: fn(&Guarded) = |from| {
        if from.ready.load(Acquire) {
            from.read();
        }
    };
    fails(FailureKind::DataRace, beside(publishes_too_early, read));
}

#[test]
fn the_owner_takes_the_value_out() {
    holds(|| {
        let cell = UnsafeCell::from(7);
        assert_eq!(cell.into_inner(), 7);
        assert_eq!(UnsafeCell::<u8>::default().into_inner(), 0);
    });
}
