//! Atomic pointers: they lead where `std`'s lead, and a timeline tells them apart by number.

use crate::tried::{fails, holds};
use shared::model::sync::Arc;
use shared::model::sync::atomic::{
    AtomicPtr,
    Ordering::{AcqRel, Acquire, Relaxed, Release},
};
use shared::model::thread;
use shared::timeline::FailureKind;
use std::ptr;

#[test]
fn a_pointer_published_by_release_leads_to_a_finished_value() {
    holds(|| {
        let shared = Arc::new(AtomicPtr::new(ptr::null_mut()));
        let publisher = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.store(Box::into_raw(Box::new(42)), Release)
        });
        let found = shared.load(Acquire);
        // SAFETY: what is not null was made by `Box::into_raw`, and is freed at the end only.
        assert!(unsafe { found.as_ref() }.is_none_or(|value| *value == 42));
        publisher.join().unwrap();
        // SAFETY: as above; the publisher has ended.
        drop(unsafe { Box::from_raw(shared.load(Relaxed)) });
    });
}

#[test]
fn one_of_two_compare_exchanges_wins_and_the_other_finds_its_pointer() {
    holds(|| {
        let places = Arc::new([AtomicPtr::default(), AtomicPtr::<u8>::default()]);
        let claim = |places: &[AtomicPtr<u8>; 2], at: usize| {
            let mine = ptr::from_ref(&places[at]).cast_mut().cast();
            let won = places[0].compare_exchange(ptr::null_mut(), mine, AcqRel, Acquire);
            won.map_or_else(|found| found, |_| mine).addr()
        };
        let other = thread::spawn({
            let places = Arc::clone(&places);
            move || claim(&places, 1)
        });
        let winner = claim(&places, 0);
        assert_eq!(winner, other.join().unwrap());
        assert_eq!(winner, places[0].load(Relaxed).addr());
    });
}

#[test]
fn pointers_are_numbered_as_they_appear_and_keep_their_number() {
    let shown = fails(FailureKind::Panic, || {
        let [first, second] = [8, 16].map(ptr::without_provenance_mut::<u64>);
        let head = AtomicPtr::new(ptr::null_mut());
        head.store(second, Relaxed);
        head.swap(first, Relaxed);
        head.swap(second, Relaxed);
        let _ = head.compare_exchange(first, ptr::null_mut(), Relaxed, Relaxed);
        panic!("show it");
    });
    for found in shown {
        let text = found.to_string();
        for row in [
            "head = null",
            "head.store ← ptr1",
            "head.swap ptr1 → ptr2",
            "head.swap ptr2 → ptr1",
            "head.compare_exchange ✗ found ptr1",
        ] {
            assert!(text.contains(row), "{row} is missing:\n{text}");
        }
    }
}
