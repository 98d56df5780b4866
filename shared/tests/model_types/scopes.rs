//! Scopes: threads that borrow, all of them ended before what they borrow ends.

use crate::tried::{fails, holds};
use shared::model::sync::Mutex;
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::thread;
use shared::timeline::FailureKind;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn a_scope_ends_after_its_threads_and_returns_its_value() {
    holds(|| {
        let mut log = String::from("a");
        let x = AtomicUsize::new(0);
        let returned = thread::scope(|scope| {
            scope.spawn(|| log.push('b'));
            scope.spawn(|| x.store(1, Relaxed));
            7
        });
        assert_eq!((returned, log.as_str(), x.load(Relaxed)), (7, "ab", 1));
    });
}

#[test]
fn a_scoped_thread_returns_what_it_borrows() {
    holds(|| {
        let names = ["till", "shelf"].map(String::from);
        let longest = thread::scope(|scope| {
            let finder = scope.spawn(|| names.iter().max_by_key(|name| name.len()));
            assert_ne!(finder.thread().id(), thread::current().id());
            finder.join().unwrap()
        });
        assert_eq!(longest.unwrap(), "shelf");
    });
}

#[test]
fn a_scoped_thread_may_start_another_in_its_scope() {
    holds(|| {
        let x = AtomicUsize::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                x.fetch_add(1, Relaxed);
                scope.spawn(|| x.fetch_add(1, Relaxed));
            });
        });
        assert_eq!(x.load(Relaxed), 2);
    });
}

#[test]
fn a_failure_in_the_body_is_told_as_such_though_its_threads_wait() {
    for found in fails(FailureKind::Panic, || {
        let till = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *till.lock().unwrap() += 1);
            let till = till.lock().unwrap();
            assert_eq!(*till, 7, "the till is wrong");
        });
    }) {
        assert!(
            found.failure().message.contains("the till is wrong"),
            "{found}"
        );
        assert_eq!(found.failure().lane, Some(0));
    }
}

#[test]
fn a_failure_in_a_scoped_thread_ends_the_execution() {
    for found in fails(FailureKind::Panic, || {
        let seats = [1, 0];
        thread::scope(|scope| {
            let thread = scope.spawn(|| assert_eq!(seats[1], 1, "sold out"));
            thread.join().unwrap();
        });
    }) {
        assert!(found.failure().message.contains("sold out"), "{found}");
        assert_eq!(found.failure().lane, Some(1));
    }
}

#[test]
fn a_deadlock_inside_a_scope_is_told() {
    for found in fails(FailureKind::Deadlock, || {
        let (till, shelf) = (Mutex::new(0), Mutex::new(0));
        thread::scope(|scope| {
            scope.spawn(|| {
                let _shelf = shelf.lock().unwrap();
                *till.lock().unwrap() += 1;
            });
            let _till = till.lock().unwrap();
            *shelf.lock().unwrap() += 1;
        });
    }) {
        assert!(found.to_string().contains("waits: held by A"), "{found}");
        assert!(found.to_string().contains("waits: held by main"), "{found}");
    }
}

/// Starts a thread that borrows, fails before it has run, and catches the failure.
fn leaves_a_scope(x: &AtomicUsize) {
    let attempt = AssertUnwindSafe(|| {
        let borrowed = [1; 4];
        thread::scope(|scope| {
            scope.spawn(|| x.fetch_add(borrowed.len(), Relaxed));
            panic!("leaves the scope");
        })
    });
    assert!(catch_unwind(attempt).is_err());
}

#[test]
fn a_failure_that_leaves_a_scope_is_not_caught_for_good() {
    /// Leaves a scope at the very end of a thread.
    struct Last(AtomicUsize);
    impl Drop for Last {
        fn drop(&mut self) {
            leaves_a_scope(&self.0);
        }
    }
    for found in [
        fails(FailureKind::Panic, || leaves_a_scope(&AtomicUsize::new(0))),
        fails(FailureKind::Panic, || {
            let last = Last(AtomicUsize::new(0));
            drop(thread::spawn(|| last));
        }),
    ]
    .concat()
    {
        assert!(
            found.failure().message.contains("a panic was caught"),
            "{found}"
        );
    }
}
