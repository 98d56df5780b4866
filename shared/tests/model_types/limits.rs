//! The limits of a check: each that does not suffice is told in words that say what to do.

use crate::tried::{fails, holds};
use shared::model::sync::atomic::{
    AtomicBool, AtomicU64,
    Ordering::{Acquire, Relaxed, Release, SeqCst},
};
use shared::model::sync::{Arc, Mutex};
use shared::model::{Mode, Model, check, hint, thread};
use shared::timeline::FailureKind;
use std::sync::atomic::AtomicUsize;

/// Waits for a flag that another thread raises.
fn waits(between_looks: fn()) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        let ready = Arc::new(AtomicBool::new(false));
        let other = thread::spawn({
            let ready = Arc::clone(&ready);
            move || ready.store(true, Release)
        });
        while !ready.load(Acquire) {
            between_looks();
        }
        other.join().unwrap();
    }
}

#[test]
fn a_loop_that_yields_comes_to_an_end() {
    holds(waits(hint::spin_loop));
    holds(waits(thread::yield_now));
}

#[test]
fn a_loop_that_does_not_yield_is_too_long_and_told_in_bounded_text() {
    for found in fails(FailureKind::TooLong, waits(|| ())) {
        let text = found.to_string();
        assert!(
            text.contains("a loop waits without `hint::spin_loop`"),
            "{text}"
        );
        assert!(text.contains("ready.load → false"), "{text}");
        assert!(text.lines().count() < 60, "{text}");
        assert_eq!(found.failure().place, None);
    }
}

#[test]
fn two_threads_that_make_way_for_each_other_for_ever_are_told() {
    let polite = |mine: &Mutex<u8>, other: &Mutex<u8>| {
        loop {
            let _mine = mine.lock().unwrap();
            if other.try_lock().is_ok() {
                break;
            }
            thread::yield_now();
        }
    };
    let model = Model {
        branches: 200,
        ..Model::new(Mode::Interleaving)
    };
    let found = model.check(move || {
        let forks: Arc<[Mutex<u8>; 2]> = Arc::default();
        let neighbour = thread::spawn({
            let forks = Arc::clone(&forks);
            move || polite(&forks[1], &forks[0])
        });
        polite(&forks[0], &forks[1]);
        neighbour.join().unwrap();
    });
    let found = found.unwrap_err();
    assert_eq!(found.failure().kind, FailureKind::TooLong);
    assert!(found.failure().message.contains("a livelock"), "{found}");
    assert!(found.to_string().contains("try_lock ✗ busy"), "{found}");
}

#[test]
fn two_threads_that_undo_each_others_work_for_ever_are_told() {
    // Each takes over what the other has, until that is what it had before. They can swap instead, for ever, and then the
    // checker's own count of the preemptions overflows before the branches are used up.
    let agree = |mine: &Mutex<u8>, theirs: &Mutex<u8>| {
        let mut seen = *theirs.lock().unwrap();
        loop {
            *mine.lock().unwrap() = seen;
            let again = *theirs.lock().unwrap();
            if again == seen {
                break;
            }
            seen = again;
        }
    };
    let found = check(Mode::Interleaving, move || {
        let numbers = Arc::new([1, 2].map(Mutex::new));
        let other = thread::spawn({
            let numbers = Arc::clone(&numbers);
            move || agree(&numbers[1], &numbers[0])
        });
        agree(&numbers[0], &numbers[1]);
        other.join().unwrap();
    });
    let found = found.unwrap_err();
    assert_eq!(found.failure().kind, FailureKind::TooLong, "{found}");
}

#[test]
fn wherever_the_branches_end_the_execution_is_too_long() {
    let mut ended = Vec::new();
    for branches in 0..40 {
        let model = Model {
            branches,
            ..Model::new(Mode::Interleaving)
        };
        let found = model.check(|| {
            let other = thread::spawn(|| {
                thread::yield_now();
                thread::park();
            });
            other.thread().unpark();
            thread::scope(|scope| drop(scope.spawn(thread::yield_now)));
            other.join().unwrap();
        });
        ended.push(found.map_err(|found| found.failure().kind));
    }
    let suffices = ended.iter().position(Result::is_ok).unwrap();
    assert!(suffices > 5);
    for (branches, end) in ended.into_iter().enumerate() {
        assert_eq!(
            end.err(),
            (branches < suffices).then_some(FailureKind::TooLong)
        );
    }
}

/// Two threads, each with a few operations on one variable.
fn busy() {
    let x = Arc::new(AtomicU64::new(0));
    let work = |x: &AtomicU64| (0..3).for_each(|_| _ = x.fetch_add(1, Relaxed));
    let other = thread::spawn({
        let x = Arc::clone(&x);
        move || work(&x)
    });
    work(&x);
    other.join().unwrap();
}

#[test]
fn a_check_with_more_executions_than_allowed_gives_no_verdict() {
    let all = check(Mode::Interleaving, busy).unwrap().executions;
    let limited = |executions| Model {
        executions,
        ..Model::new(Mode::Interleaving)
    };
    assert_eq!(limited(all).check(busy).unwrap().executions, all);
    let found = limited(all - 1).check(busy).unwrap_err();
    assert_eq!(found.failure().kind, FailureKind::TooMany);
    assert_eq!(found.executions(), all - 1);
    let text = found.to_string();
    assert!(text.contains("no verdict"), "{text}");
    assert!(text.contains("raise `executions`"), "{text}");
    assert!(
        text.contains(&format!("given up after {} executions", all - 1)),
        "{text}"
    );
}

#[test]
fn a_bound_on_preemptions_leaves_executions_out() {
    let bounded = |preemptions| Model {
        preemptions,
        ..Model::new(Mode::Interleaving)
    };
    let executions = [Some(0), Some(1), Some(2), None].map(|bound| {
        let explored = bounded(bound).check(busy).unwrap();
        assert_eq!(explored.preemptions, bound);
        explored.executions
    });
    assert!(
        executions.is_sorted() && executions[0] < executions[3],
        "{executions:?}"
    );
    assert_eq!(
        bounded(Some(1_000)).check(busy).unwrap().executions,
        executions[3]
    );
    let told = bounded(Some(2)).check(|| ()).unwrap().to_string();
    assert!(
        told.ends_with("(interleaving mode, at most 2 preemptions)"),
        "{told}"
    );
}

#[test]
fn a_check_inside_a_check_is_refused() {
    for found in fails(FailureKind::Panic, || _ = check(Mode::Weak, || ())) {
        let failure = found.failure();
        assert_eq!(failure.message, "a check cannot run inside another check");
        assert!(failure.place.as_ref().unwrap().file.ends_with("limits.rs"));
    }
}

#[test]
fn a_model_that_differs_from_execution_to_execution_is_told() {
    static EXECUTIONS: AtomicUsize = AtomicUsize::new(0);
    for found in fails(FailureKind::Panic, || {
        if EXECUTIONS.fetch_add(1, SeqCst).is_multiple_of(2) {
            busy();
        } else {
            (0..9).for_each(|_| thread::yield_now());
        }
    }) {
        assert!(
            found.failure().message.contains("besides the schedule"),
            "{found}"
        );
    }
}
