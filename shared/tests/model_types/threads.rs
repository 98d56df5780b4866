//! Threads: what they return, what they are called, and how many there may be.

use crate::tried::{fails, holds, returns};
use shared::model::sync::Arc;
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::thread::{self, Builder};
use shared::timeline::FailureKind;

#[test]
fn join_returns_what_the_thread_returns_and_sees_what_it_did() {
    holds(|| {
        let x = Arc::new(AtomicUsize::new(0));
        let other = thread::spawn({
            let x = Arc::clone(&x);
            move || {
                x.store(1, Relaxed);
                "done"
            }
        });
        assert_eq!(other.join().unwrap(), "done");
        assert_eq!(x.load(Relaxed), 1);
    });
}

#[test]
fn threads_are_numbered_in_the_order_in_which_they_are_started() {
    holds(|| {
        let others = [(); 2].map(|()| thread::spawn(thread::number));
        assert_eq!(thread::number(), 0);
        let numbers = others.map(|other| other.join().unwrap());
        assert_eq!(numbers, [1, 2], "whoever runs first");
    });
}

#[test]
fn a_thread_goes_on_when_main_has_ended() {
    let found = fails(FailureKind::Panic, || {
        thread::spawn(|| panic!("after main, or before its end"));
    });
    for found in found {
        assert_eq!(found.failure().lane, Some(1));
    }
}

#[test]
fn every_thread_knows_its_own_id_and_name() {
    holds(|| {
        let main = thread::current();
        let clerk = Builder::new().name("clerk".into()).spawn(thread::current);
        let clerk = clerk.unwrap();
        let handle = clerk.thread().clone();
        let seen = clerk.join().unwrap();
        assert_eq!((seen.id(), seen.name()), (handle.id(), Some("clerk")));
        assert_eq!((main.id(), main.name()), (thread::current().id(), None));
        assert_ne!(main.id(), seen.id());
    });
}

#[test]
fn a_named_thread_is_shown_by_its_name_and_the_others_by_letters() {
    let found = fails(FailureKind::Panic, || {
        let nameless = || thread::spawn(|| ());
        let named = Builder::new().name("clerk".into()).spawn(|| ()).unwrap();
        for thread in [nameless(), named, nameless()] {
            thread.join().unwrap();
        }
        panic!("show them");
    });
    for found in found {
        assert_eq!(found.execution().lanes, ["main", "clerk", "B", "C"]);
    }
}

#[test]
fn a_thread_may_start_threads() {
    returns(&[3], || {
        let other = thread::spawn(|| thread::spawn(|| 1).join().unwrap() + 1);
        other.join().unwrap() + 1
    });
}

#[test]
fn a_sixth_thread_is_refused_at_its_line_even_if_others_have_ended() {
    for found in fails(FailureKind::TooManyThreads, || {
        for _ in 0..5 {
            thread::spawn(|| ()).join().unwrap();
        }
    }) {
        let failure = found.failure();
        assert!(
            failure.message.contains("a model has 5 threads at most"),
            "{found}"
        );
        assert!(failure.place.as_ref().unwrap().file.ends_with("threads.rs"));
        assert_eq!(found.execution().lanes.len(), 5);
        let text = found.to_string();
        assert!(!text.contains("verdict"), "{text}");
        assert!(text.contains("given up in execution 1 of"), "{text}");
    }
}

#[test]
fn a_result_that_nobody_joins_is_dropped_in_its_own_lane() {
    struct Noisy(Arc<AtomicUsize>);
    impl Drop for Noisy {
        fn drop(&mut self) {
            let dropped = self.0.fetch_add(1, Relaxed);
            assert_ne!(dropped, 1, "show the second drop");
        }
    }
    for found in fails(FailureKind::Panic, || {
        let drops = Arc::new(AtomicUsize::new(0));
        for _ in 0..2 {
            let drops = Arc::clone(&drops);
            drop(thread::spawn(|| Noisy(drops)));
        }
    }) {
        let steps = &found.execution().steps;
        let lanes = steps.iter().filter(|step| step.operation == "fetch_add");
        let mut lanes: Vec<usize> = lanes.map(|step| step.lane).collect();
        assert_eq!(Some(lanes[1]), found.failure().lane);
        lanes.sort_unstable();
        assert_eq!(lanes, [1, 2]);
    }
}
