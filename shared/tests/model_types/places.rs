//! Every row of a timeline leads to the line of the program that operated, never into the model's own source.

use crate::tried::fails;
use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::Ordering::{AcqRel, Acquire, SeqCst};
use shared::model::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, fence};
use shared::model::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock};
use shared::model::thread::{self, Builder};
use shared::timeline::FailureKind;
use std::ptr::null_mut;

/// The steps of main, as operation and distance from `start` in lines.
#[track_caller]
fn steps(start: u32, body: fn()) -> Vec<(&'static str, u32)> {
    let [found, in_weak_mode] = fails(FailureKind::Panic, body);
    let told = [found, in_weak_mode].map(|found| {
        let steps = found.execution().steps.iter();
        let of_main = steps.filter(|step| step.lane == 0).map(|step| {
            assert!(
                step.place.file.ends_with("places.rs"),
                "{}: {}",
                step.operation,
                step.place
            );
            (step.operation, step.place.line - start)
        });
        of_main.collect::<Vec<_>>()
    });
    assert_eq!(told[0], told[1]);
    told.into_iter().next().unwrap()
}

#[test]
#[rustfmt::skip]
fn of_a_variable() {
    let told = steps(line!(), || {
        let x = AtomicU32::new(1);
        x.load(SeqCst);
        x.store(1, SeqCst);
        x.fetch_max(2, SeqCst);
        let _ = x.compare_exchange(0, 1, AcqRel, Acquire);
        let _ = x.compare_exchange_weak(0, 1, AcqRel, Acquire);
        let _ = x.fetch_update(SeqCst, SeqCst, |x| Some(x + 1));
        let flag = AtomicBool::default();
        flag.fetch_not(SeqCst);
        AtomicPtr::<u8>::from(null_mut()).swap(null_mut(), SeqCst);
        fence(SeqCst);
        panic!("show it");
    });
    assert_eq!(told, [
        ("new", 1), ("load", 2), ("store", 3), ("fetch_max", 4), ("compare_exchange", 5), ("compare_exchange", 6),
        ("load", 7), ("compare_exchange", 7), ("new", 8), ("fetch_not", 9), ("new", 10), ("swap", 10), ("fence", 11),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_a_lock() {
    let told = steps(line!(), || {
        let (till, price, shut) = (Mutex::new(0), RwLock::new(0), Condvar::new());
        let guard = till.lock().unwrap();
        shut.notify_one();
        let guard = shut.wait_while(guard, |_| false).unwrap();
        drop(guard);
        drop(till.try_lock());
        drop(price.read());
        drop(price.write());
        drop(price.try_read());
        drop(price.try_write());
        panic!("show it");
    });
    assert_eq!(told, [
        ("lock", 2), ("notify_one", 3), ("unlock", 2), ("try_lock", 6), ("unlock", 6), ("read", 7), ("unlock", 7),
        ("write", 8), ("unlock", 8), ("try_read", 9), ("unlock", 9), ("try_write", 10), ("unlock", 10),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_what_waits() {
    let told = steps(line!(), || {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        let guard = shared.0.lock().unwrap();
        let waker = thread::spawn({ let shared = Arc::clone(&shared); move || {
            drop(shared.0.lock());
            shared.1.notify_all();
        } });
        drop(shared.1.wait(guard));
        waker.join().unwrap();
        Barrier::new(1).wait();
        panic!("show it");
    });
    assert_eq!(told, [
        ("lock", 2), ("spawn", 3), ("wait", 7), ("unlock", 7), ("woken", 7), ("lock", 7), ("unlock", 7), ("join", 8),
        ("arrive", 9), ("leave", 9),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_a_thread() {
    let told = steps(line!(), || {
        let other = Builder::new().spawn(|| ()).unwrap();
        other.thread().unpark();
        other.join().unwrap();
        thread::current().unpark();
        thread::park();
        thread::scope(|scope| {
            let joined = scope.spawn(|| ());
            joined.join().unwrap();
            scope.spawn(|| ());
        });
        panic!("show it");
    });
    assert_eq!(told, [
        ("spawn", 1), ("unpark", 2), ("join", 3), ("unpark", 4), ("park", 5), ("spawn", 7), ("join", 8), ("spawn", 9),
        ("join", 6),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_a_cell() {
    let told = steps(line!(), || {
        let memory = UnsafeCell::new(0);
        memory.with(|_| ());
        memory.with_mut(|_| ());
        let cell = OnceLock::new();
        let _ = cell.set(1);
        cell.get();
        cell.get_or_init(|| 2);
        panic!("show it");
    });
    assert_eq!(told, [
        ("read", 2), ("write", 3), ("set", 5), ("written", 5), ("get", 6), ("get_or_init", 7),
    ]);
}

/// Counts by steps that stand where `next` is called.
struct Count(AtomicU32);

impl Iterator for Count {
    type Item = u32;

    #[track_caller]
    fn next(&mut self) -> Option<u32> {
        Some(self.0.fetch_add(1, SeqCst))
    }
}

#[test]
fn of_what_std_calls_is_unknown() {
    for found in fails(FailureKind::Panic, || {
        let counted: Vec<u32> = Count(AtomicU32::new(0)).take(2).collect();
        panic!("{counted:?}");
    }) {
        let steps = &found.execution().steps;
        let places: Vec<_> = steps.iter().map(|step| step.place.short()).collect();
        assert!(places[0].starts_with("places.rs:"), "{places:?}");
        assert_eq!(places[1..], ["", ""]);
    }
}
