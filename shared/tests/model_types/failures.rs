//! What panics: whose failure it is, where it was, and what may go on after one is caught.

use crate::tried::{fails, holds};
use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::sync::{Arc, Mutex, OnceLock};
use shared::model::{Counterexample, Mode, check, thread};
use shared::timeline::FailureKind;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any, resume_unwind};

/// Runs something whose panic does not matter.
fn whatever(act: impl FnOnce()) {
    _ = catch_unwind(AssertUnwindSafe(act));
}

#[track_caller]
fn fails_at(line: u32, law: impl Fn() + Clone + Send + Sync + 'static) -> [Counterexample; 2] {
    let found = fails(FailureKind::Panic, law);
    for found in &found {
        let place = found.failure().place.as_ref().expect("a panic has a place");
        assert!(place.file.ends_with("failures.rs"), "{place}");
        assert_eq!(place.line, line, "{found}");
    }
    found
}

#[test]
fn a_failure_is_told_with_its_thread_and_its_place() {
    let line = line!() + 1;
    let body = || thread::spawn(|| panic!("wrong")).join().unwrap();
    for found in fails_at(line, body) {
        assert_eq!(found.failure().lane, Some(1));
        assert_eq!(found.failure().message, "wrong");
    }
}

#[test]
fn a_panic_without_text_is_told_with_its_place() {
    for found in fails_at(line!(), || panic_any(7)) {
        assert!(found.failure().message.contains("not text"), "{found}");
    }
}

#[test]
fn a_panic_that_goes_round_the_hook_has_no_place() {
    for found in fails(FailureKind::Panic, || {
        whatever(|| panic!("quiet"));
        AtomicUsize::new(0).load(Relaxed);
        resume_unwind(Box::new("quiet"));
    }) {
        assert_eq!(found.failure().message, "quiet");
        assert_eq!(
            found.failure().place,
            None,
            "the place is that of another panic"
        );
    }
}

#[test]
fn what_a_panic_says_does_not_make_it_another_failure() {
    for words in [
        "deadlock; threads = []",
        "Causality violation",
        "Model exceeded maximum number of branches",
    ] {
        fails(FailureKind::Panic, move || panic!("{words}"));
    }
}

#[test]
fn a_panic_that_is_caught_is_no_failure_and_leaves_no_trace() {
    holds(|| {
        let x = AtomicUsize::new(0);
        whatever(|| panic!("caught"));
        assert_eq!(x.fetch_add(1, Relaxed), 0);
    });
    let line = line!() + 3;
    fails_at(line, || {
        whatever(|| panic!("caught"));
        panic!("not caught");
    });
}

#[test]
fn a_panic_caught_after_operations_were_left_out_ends_the_execution() {
    let through_a_guard = || {
        let till = Mutex::new(0);
        whatever(|| {
            let _till = till.lock().unwrap();
            panic!("caught");
        });
        drop(till.lock());
    };
    let through_a_value = || {
        let cell = OnceLock::new();
        whatever(|| _ = cell.get_or_init(|| -> u8 { panic!("caught") }));
        cell.get_or_init(|| 7);
    };
    for found in [
        fails(FailureKind::Panic, through_a_guard),
        fails(FailureKind::Panic, through_a_value),
    ]
    .concat()
    {
        assert!(
            found.failure().message.contains("a panic was caught"),
            "{found}"
        );
    }
}

#[test]
fn a_deadlock_is_told_though_it_is_caught() {
    fn locks_twice() {
        let till = Mutex::new(0);
        let _till = till.lock();
        whatever(|| drop(till.lock()));
    }
    fails(FailureKind::Deadlock, locks_twice);
    fails(FailureKind::Deadlock, || {
        locks_twice();
        AtomicUsize::new(0).load(Relaxed);
    });
    fails(FailureKind::Deadlock, || {
        whatever(locks_twice);
        whatever(|| thread::yield_now());
    });
}

#[test]
fn a_race_is_told_though_it_is_caught() {
    struct Shared(UnsafeCell<u8>);
    // SAFETY: none; nothing is read or written through the cell.
    unsafe impl Sync for Shared {}
    fails(FailureKind::DataRace, || {
        let shared = Arc::new(Shared(UnsafeCell::new(0)));
        let write = |shared: &Shared| whatever(|| shared.0.with_mut(|_| ()));
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || write(&shared)
        });
        write(&shared);
        whatever(|| other.join().unwrap());
    });
}

#[test]
fn a_deadlock_is_one_also_if_the_last_thread_to_run_just_ends() {
    for found in fails(FailureKind::Deadlock, || {
        let till = Arc::new(Mutex::new(0));
        thread::spawn({
            let till = Arc::clone(&till);
            move || drop(till.lock())
        });
        thread::park();
    }) {
        assert!(
            found.to_string().contains("parked: nobody unparks it"),
            "{found}"
        );
    }
}

#[test]
fn a_check_that_fails_leaves_the_next_one_alone() {
    for _ in 0..100 {
        assert!(check(Mode::Weak, || panic!("fails")).is_err());
        assert!(check(Mode::Weak, || ()).is_ok());
    }
}
