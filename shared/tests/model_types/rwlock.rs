//! Read–write locks: readers together, a writer alone.

use crate::tried::{fails, holds, returns};
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::sync::{Arc, RwLock, TryLockError};
use shared::model::{Named, thread};
use shared::timeline::FailureKind;

#[test]
fn two_readers_may_be_inside_together() {
    returns(&[false, true], || {
        let shop = Arc::new((RwLock::new(7), AtomicUsize::new(0)));
        let read = |(price, inside): &(RwLock<u8>, AtomicUsize)| {
            let price = price.read().unwrap();
            let together = inside.fetch_add(1, Relaxed) == 1;
            assert_eq!(*price, 7);
            inside.fetch_sub(1, Relaxed);
            together
        };
        let other = thread::spawn({
            let shop = Arc::clone(&shop);
            move || read(&shop)
        });
        let here = read(&shop);
        other.join().unwrap() || here
    });
}

#[test]
fn a_writer_is_alone() {
    holds(|| {
        let shop = Arc::new((RwLock::new(0), AtomicUsize::new(0)));
        let writer = thread::spawn({
            let shop = Arc::clone(&shop);
            move || {
                let mut price = shop.0.write().unwrap();
                assert_eq!(shop.1.load(Relaxed), 0, "a reader is inside");
                *price += 1;
            }
        });
        let price = shop.0.read().unwrap();
        shop.1.fetch_add(1, Relaxed);
        let before = *price;
        assert_eq!(shop.1.load(Relaxed), 1);
        assert_eq!(*price, before);
        shop.1.fetch_sub(1, Relaxed);
        drop(price);
        writer.join().unwrap();
        assert_eq!(*shop.0.read().unwrap(), 1);
    });
}

#[test]
fn a_reader_that_would_write_waits_for_itself() {
    for found in fails(FailureKind::Deadlock, || {
        let price = RwLock::new(7);
        let seen = *price.read().unwrap();
        match price.read().unwrap() {
            guard if *guard == seen => *price.write().unwrap() = seen + 1,
            _ => {}
        }
    }) {
        assert!(
            found.to_string().contains("waits: held by itself"),
            "{found}"
        );
    }
}

#[test]
fn two_readers_that_would_write_wait_for_each_other() {
    for found in fails(FailureKind::Deadlock, || {
        let price = Arc::new(RwLock::new(7));
        let raise = |price: &RwLock<u8>| {
            let _seen = price.read().unwrap();
            *price.write().unwrap() += 1;
        };
        let other = thread::spawn({
            let price = Arc::clone(&price);
            move || raise(&price)
        });
        raise(&price);
        other.join().unwrap();
    }) {
        assert!(found.to_string().contains("price.write"), "{found}");
        assert!(found.to_string().contains("waits: held by"), "{found}");
    }
}

#[test]
fn a_second_read_by_the_same_thread_is_refused_in_plain_words() {
    for second in [(|price| drop(price.read())) as fn(&RwLock<u8>), |price| {
        drop(price.try_read())
    }] {
        for found in fails(FailureKind::Panic, move || {
            let price = RwLock::new(7);
            let _first = price.read().unwrap();
            second(&price);
        }) {
            assert!(
                found.failure().message.contains("reads the lock already"),
                "{found}"
            );
        }
    }
}

#[test]
fn an_attempt_is_refused_by_whom_it_would_disturb() {
    holds(|| {
        let price = RwLock::new(7);
        let reading = price.try_read().unwrap();
        assert!(matches!(price.try_write(), Err(TryLockError::WouldBlock)));
        drop(reading);
        let writing = price.try_write().unwrap();
        assert!(matches!(price.try_read(), Err(TryLockError::WouldBlock)));
        assert!(matches!(price.try_write(), Err(TryLockError::WouldBlock)));
        drop(writing);
        assert!(price.try_read().is_ok());
    });
}

#[test]
fn an_attempt_to_write_is_refused_while_another_thread_reads() {
    returns(&[false, true], || {
        let price = Arc::new(RwLock::new(7));
        let other = thread::spawn({
            let price = Arc::clone(&price);
            move || assert_eq!(*price.read().unwrap(), 7)
        });
        let taken = price.try_write().is_ok();
        other.join().unwrap();
        taken
    });
}

#[test]
fn the_owner_needs_no_lock_and_guards_show_the_value() {
    holds(|| {
        let mut price = RwLock::from(1).named("price");
        *price.get_mut().unwrap() += 1;
        assert_eq!(format!("{}", price.read().unwrap()), "2");
        assert_eq!(format!("{:?}", price.write().unwrap()), "2");
        assert_eq!(price.into_inner().unwrap(), 2);
        assert_eq!(RwLock::<u8>::default().into_inner().unwrap(), 0);
    });
}
