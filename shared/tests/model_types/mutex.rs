//! Mutexes: one thread at a time, attempts that may be refused, and guards that keep what they took.

use crate::tried::{fails, holds, returns};
use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use shared::model::sync::{Arc, Mutex, MutexGuard, TryLockError};
use shared::model::{Named, hint, thread};
use shared::timeline::FailureKind;

#[test]
fn one_thread_holds_the_lock_at_a_time() {
    holds(|| {
        let shop = Arc::new((Mutex::new(0), AtomicUsize::new(0)));
        let visit = |(till, inside): &(Mutex<usize>, AtomicUsize)| {
            let mut till = till.lock().unwrap();
            assert_eq!(inside.fetch_add(1, Relaxed), 0, "another is inside");
            *till += 1;
            inside.fetch_sub(1, Relaxed);
        };
        let other = thread::spawn({
            let shop = Arc::clone(&shop);
            move || visit(&shop)
        });
        visit(&shop);
        other.join().unwrap();
        assert_eq!(*shop.0.lock().unwrap(), 2);
    });
}

#[test]
fn an_attempt_is_refused_while_another_thread_is_inside() {
    returns(&[None, Some(0), Some(1)], || {
        let till = Arc::new(Mutex::new(0));
        let other = thread::spawn({
            let till = Arc::clone(&till);
            move || *till.lock().unwrap() += 1
        });
        let seen = till.try_lock().ok().map(|till| *till);
        other.join().unwrap();
        seen
    });
}

#[test]
fn an_attempt_is_refused_to_the_thread_that_is_inside() {
    holds(|| {
        let till = Mutex::new(0);
        let guard = till.try_lock().expect("nobody is inside");
        assert!(matches!(till.try_lock(), Err(TryLockError::WouldBlock)));
        drop(guard);
        assert!(till.try_lock().is_ok());
    });
}

#[test]
fn a_loop_of_attempts_that_yields_comes_to_an_end() {
    holds(|| {
        let till = Arc::new(Mutex::new(0));
        let count_up = |till: &Mutex<usize>| loop {
            if let Ok(mut till) = till.try_lock() {
                break *till += 1;
            }
            hint::spin_loop();
        };
        let other = thread::spawn({
            let till = Arc::clone(&till);
            move || count_up(&till)
        });
        count_up(&till);
        other.join().unwrap();
        assert_eq!(*till.lock().unwrap(), 2);
    });
}

#[test]
fn a_forgotten_guard_keeps_the_lock_for_ever() {
    let found = fails(FailureKind::Deadlock, || {
        let till = Arc::new(Mutex::new(0));
        let other = thread::spawn({
            let till = Arc::clone(&till);
            move || std::mem::forget(till.lock().unwrap())
        });
        other.join().unwrap();
        drop(till.lock());
    });
    for found in found {
        assert!(found.to_string().contains("waits: held by A"), "{found}");
    }
}

#[test]
fn the_owner_needs_no_lock() {
    holds(|| {
        let mut till = Mutex::from(1);
        *till.get_mut().unwrap() += 1;
        assert_eq!(till.into_inner().unwrap(), 2);
        assert_eq!(Mutex::<u8>::default().into_inner().unwrap(), 0);
    });
}

#[test]
fn what_is_locked_may_have_no_size() {
    holds(|| {
        let names: Arc<Mutex<[&str]>> = Arc::new(Mutex::new(["b", "a"]));
        names.lock().unwrap().sort_unstable();
        assert_eq!(names.lock().unwrap()[0], "a");
    });
}

#[test]
fn a_guard_shows_the_value_and_is_shared_where_it_may_be() {
    fn is_shared(_: &(impl Sync + ?Sized)) {}
    holds(|| {
        let till = Mutex::new(7);
        let guard: MutexGuard<'_, i32> = till.lock().unwrap();
        assert_eq!(
            (format!("{guard}"), format!("{guard:?}")),
            ("7".into(), "7".into())
        );
        is_shared(&guard);
    });
}

#[test]
fn a_mutex_is_shown_by_the_name_it_is_given() {
    for found in fails(FailureKind::Deadlock, || {
        let nameless = (Mutex::new(0).named("till"), 0);
        let _guard = nameless.0.lock();
        drop(nameless.0.lock());
    }) {
        let text = found.to_string();
        assert!(text.contains("till.lock"), "{text}");
        assert!(text.contains("waits: held by itself"), "{text}");
    }
}
