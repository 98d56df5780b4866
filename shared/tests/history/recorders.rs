//! What a recorder adds to a program, and what it refuses.

use crate::snapshot::assert_recorded;
use crate::sum::{Call, Sum};
use shared::model::Mode::{Interleaving, Weak};
use shared::model::history::Recorder;
use shared::model::sync::Arc;
use shared::model::sync::atomic::{AtomicU8, Ordering::SeqCst};
use shared::model::{Counterexample, check, outcomes, sync, thread};
use shared::{history, machine};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

/// Adds in two threads, with or without a recorder, and returns how many executions there are.
fn executions(is_recorded: bool) -> u64 {
    let explored = check(Interleaving, move || {
        let (sum, history) = (AtomicU8::new(0), Recorder::new(Sum::default()));
        let add = || {
            let act = || {
                sum.fetch_add(1, SeqCst);
                None
            };
            if is_recorded {
                history.call(Call::Add(1), act)
            } else {
                act()
            }
        };
        thread::scope(|scope| {
            scope.spawn(|| [add(), add()]);
            add();
            add();
        });
        history.assert_linearizable();
    });
    explored.unwrap().executions
}

#[test]
fn to_record_adds_no_execution() {
    assert_eq!(executions(true), executions(false));
    assert!(executions(true) > 1);
}

/// Sets a sum to the values one after the other in a call that cannot return, gets it twice meanwhile, and judges.
fn while_a_call_is_pending(
    values: &'static [u8],
) -> Result<BTreeSet<[Option<u8>; 2]>, Counterexample> {
    outcomes(Interleaving, move || {
        let sum = Arc::new((AtomicU8::new(0), sync::Mutex::new(())));
        let history = Recorder::new(Sum::default());
        let gate = sum.1.lock().unwrap();
        let adder = thread::spawn({
            let (sum, history) = (Arc::clone(&sum), history.clone());
            move || {
                history.call(Call::Add(1), || {
                    values.iter().for_each(|&value| sum.0.store(value, SeqCst));
                    drop(sum.1.lock());
                    None
                })
            }
        });
        let got = [(); 2].map(|()| history.call(Call::Get, || Some(sum.0.load(SeqCst))));
        history.assert_linearizable();
        drop(gate);
        adder.join().unwrap();
        got
    })
}

#[test]
fn a_pending_call_has_taken_effect_or_not() {
    let seen = while_a_call_is_pending(&[1]).unwrap();
    let all = [[0, 0], [0, 1], [1, 1]].map(|got| got.map(Some));
    assert_eq!(Vec::from_iter(seen), all);
}

#[test]
fn a_pending_call_takes_effect_once_and_for_all() {
    let found = while_a_call_is_pending(&[1, 0]).unwrap_err();
    assert_recorded("pending.txt", &found.to_string());
}

#[test]
fn a_call_that_touches_nothing_has_a_place_all_the_same() {
    check(Interleaving, || {
        let history = Recorder::new(Sum::default());
        for _ in 0..2 {
            history.call(Call::Get, || Some(0));
        }
        history.assert_linearizable();
    })
    .unwrap();
}

#[test]
fn a_history_is_judged_in_interleaving_mode_only() {
    let body = || {
        let history = Recorder::new(Sum::default());
        history.call(Call::Get, || Some(0));
        history.assert_linearizable();
    };
    check(Interleaving, body).unwrap();
    let refused = check(Weak, body).unwrap_err();
    assert!(
        refused.failure().message.contains("interleaving mode only"),
        "{refused}"
    );
}

#[test]
fn a_recorder_serves_one_execution() {
    let kept: Mutex<Option<Recorder<Sum>>> = Mutex::new(None);
    let found = check(Interleaving, move || {
        let mut kept = kept.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let history = kept
            .get_or_insert_with(|| Recorder::new(Sum::default()))
            .clone();
        drop(kept);
        let sum = AtomicU8::new(0);
        thread::scope(|scope| {
            scope.spawn(|| sum.load(SeqCst));
            sum.store(1, SeqCst);
        });
        history.call(Call::Get, || Some(0));
    });
    let message = found.unwrap_err().failure().message.clone();
    assert!(message.contains("another execution"), "{message}");
}

#[test]
fn a_recorder_of_the_machine_judges_its_run_and_shows_it() {
    let history = machine::history::Recorder::new(history::Stack::new());
    let pop = |reply| {
        history.call(history::StackCall::Pop, || {
            history::StackReply::Popped(reply)
        });
    };
    std::thread::scope(|scope| {
        scope.spawn(|| pop(None));
    });
    history.assert_linearizable();
    pop(Some(1));
    let panicked = catch_unwind(AssertUnwindSafe(|| history.assert_linearizable())).unwrap_err();
    let message = panicked.downcast_ref::<String>().unwrap();
    let first = "not linearizable: no order of the calls explains pop() -> Some(1) by main";
    assert!(message.starts_with(first), "{message}");
    assert!(
        message.contains("pop() → Some(1) ✗") || message.contains("pop() -> Some(1) x"),
        "{message}"
    );
}
