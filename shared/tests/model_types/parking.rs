//! Parking: a permit lets a thread pass once, whenever it was given.

use crate::tried::{fails, holds};
use shared::model::sync::Arc;
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::thread;
use shared::timeline::FailureKind;

#[test]
fn a_permit_given_before_the_park_is_kept() {
    holds(|| {
        thread::current().unpark();
        thread::park();
    });
}

#[test]
fn permits_do_not_add_up() {
    for found in fails(FailureKind::Deadlock, || {
        let here = thread::current();
        here.unpark();
        here.unpark();
        thread::park();
        thread::park();
    }) {
        assert!(
            found.to_string().contains("parked: nobody unparks it"),
            "{found}"
        );
    }
}

#[test]
fn whoever_is_unparked_sees_what_the_other_did_before() {
    holds(|| {
        let (main, x) = (thread::current(), Arc::new(AtomicUsize::new(0)));
        let other = thread::spawn({
            let x = Arc::clone(&x);
            move || {
                x.store(1, Relaxed);
                main.unpark();
            }
        });
        thread::park();
        assert_eq!(x.load(Relaxed), 1);
        other.join().unwrap();
    });
}

#[test]
fn two_threads_hand_a_turn_to_and_fro() {
    holds(|| {
        let (main, turns) = (thread::current(), Arc::new(AtomicUsize::new(0)));
        let other = thread::spawn({
            let turns = Arc::clone(&turns);
            move || {
                for _ in 0..2 {
                    thread::park();
                    turns.fetch_add(1, Relaxed);
                    main.unpark();
                }
            }
        });
        for turn in 1..=2 {
            other.thread().unpark();
            thread::park();
            assert_eq!(turns.load(Relaxed), turn);
        }
        other.join().unwrap();
    });
}
