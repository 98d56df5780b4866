//! What belongs to one execution is refused elsewhere: outside a check, and in another execution.

use crate::tried::fails;
use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering::SeqCst, fence};
use shared::model::sync::{Barrier, Condvar, Mutex, OnceLock, RwLock};
use shared::model::{Mode, check, hint, thread};
use shared::timeline::FailureKind;
use std::panic::catch_unwind;
use std::sync::Mutex as RealMutex;

/// Runs something outside a check and returns what it says.
fn said(act: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let payload = catch_unwind(act).expect_err("it is refused outside a check");
    *payload.downcast().expect("it says why")
}

#[test]
fn outside_a_check_every_type_says_what_to_do_and_where() {
    let uses: [(u32, fn()); 16] = [
        (line!(), || _ = AtomicUsize::new(0)),
        (line!(), || _ = AtomicBool::default()),
        (line!(), || _ = AtomicPtr::<u8>::default()),
        (line!(), || fence(SeqCst)),
        (line!(), || _ = Mutex::new(0)),
        (line!(), || _ = RwLock::new(0)),
        (line!(), || _ = Condvar::new()),
        (line!(), || _ = Barrier::new(2)),
        (line!(), || _ = OnceLock::<u8>::new()),
        (line!(), || _ = UnsafeCell::new(0)),
        (line!(), || _ = thread::spawn(|| ())),
        (line!(), || thread::scope(|s| _ = s.spawn(|| ()))),
        (line!(), || _ = thread::current()),
        (line!(), || thread::park()),
        (line!(), || thread::yield_now()),
        (line!(), || hint::spin_loop()),
    ];
    for (line, act) in uses {
        let said = said(act);
        assert!(
            said.contains("was used outside a check"),
            "line {line}: {said}"
        );
        assert!(
            said.contains("wrap the code in `model::check(mode, || …)`"),
            "{said}"
        );
        assert!(
            said.contains(&format!("outside.rs:{line}:")),
            "line {line}: {said}"
        );
    }
}

#[test]
fn what_a_check_has_made_is_refused_after_it() {
    static MADE: RealMutex<Option<(AtomicUsize, Mutex<u8>)>> = RealMutex::new(None);
    let make = || *MADE.lock().unwrap() = Some((AtomicUsize::new(0), Mutex::new(0)));
    check(Mode::Interleaving, make).unwrap();
    let (variable, mutex) = MADE.lock().unwrap().take().unwrap();
    let said = said(move || _ = variable.load(SeqCst));
    assert!(said.contains("was used outside a check"), "{said}");
    assert_eq!(mutex.into_inner().unwrap(), 0);
}

#[test]
fn what_one_execution_has_made_is_refused_in_the_next() {
    fn keeps(makes: fn(), uses: fn()) {
        for found in fails(FailureKind::Panic, move || {
            makes();
            let other = thread::spawn(uses);
            uses();
            other.join().unwrap();
        }) {
            let message = &found.failure().message;
            assert!(message.contains("in another execution"), "{found}");
        }
    }
    static TILL: std::sync::OnceLock<Mutex<u8>> = std::sync::OnceLock::new();
    static SEATS: std::sync::OnceLock<AtomicUsize> = std::sync::OnceLock::new();
    static MAIN: std::sync::OnceLock<thread::Thread> = std::sync::OnceLock::new();
    keeps(
        || _ = TILL.get_or_init(Mutex::default),
        || *TILL.get().unwrap().lock().unwrap() += 1,
    );
    keeps(
        || _ = SEATS.get_or_init(AtomicUsize::default),
        || _ = SEATS.get().unwrap().fetch_add(1, SeqCst),
    );
    keeps(
        || _ = MAIN.get_or_init(thread::current),
        || MAIN.get().unwrap().unpark(),
    );
}
