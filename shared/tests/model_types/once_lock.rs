//! Cells that are written once: one thread makes the value, all see it.

use crate::tried::{fails, holds, returns};
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::sync::{Arc, OnceLock};
use shared::model::{Named, thread};
use shared::timeline::FailureKind;

#[test]
fn the_value_is_made_once_and_seen_by_all() {
    holds(|| {
        let shared = Arc::new((OnceLock::new(), AtomicUsize::new(0)));
        let price = |(cell, made): &(OnceLock<usize>, AtomicUsize)| {
            *cell.get_or_init(|| 40 + made.fetch_add(1, Relaxed))
        };
        let others = [(); 2].map(|()| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || price(&shared))
        });
        assert_eq!(price(&shared), 40);
        assert_eq!(others.map(|other| other.join().unwrap()), [40, 40]);
        assert_eq!(shared.1.load(Relaxed), 1);
    });
}

#[test]
fn a_cell_is_empty_until_it_is_set_and_gives_a_second_value_back() {
    holds(|| {
        let cell = OnceLock::default();
        assert_eq!(cell.get(), None);
        assert_eq!(cell.set("first"), Ok(()));
        assert_eq!(cell.set("second"), Err("second"));
        assert_eq!(cell.get_or_init(|| "third"), &"first");
        assert_eq!(cell.get(), Some(&"first"));
    });
}

#[test]
fn one_of_two_values_is_taken_and_the_other_given_back() {
    returns(&[(1, Ok(()), Err(2)), (2, Err(1), Ok(()))], || {
        let cell = Arc::new(OnceLock::new());
        let other = thread::spawn({
            let cell = Arc::clone(&cell);
            move || cell.set(2)
        });
        let here = cell.set(1);
        let there = other.join().unwrap();
        (*cell.get().unwrap(), here, there)
    });
}

#[test]
fn get_does_not_wait_for_a_value_under_way() {
    returns(&[None, Some(7)], || {
        let cell = Arc::new(OnceLock::new());
        let other = thread::spawn({
            let cell = Arc::clone(&cell);
            move || {
                cell.get_or_init(|| AtomicUsize::new(7).load(Relaxed));
            }
        });
        let seen = cell.get().copied();
        other.join().unwrap();
        seen
    });
}

#[test]
fn who_asks_for_a_value_while_making_it_waits_for_itself() {
    for found in fails(FailureKind::Deadlock, || {
        let price = OnceLock::new().named("price");
        price.get_or_init(|| *price.get_or_init(|| 1) + 1);
    }) {
        assert!(found.to_string().contains("price.woken"), "{found}");
    }
}
