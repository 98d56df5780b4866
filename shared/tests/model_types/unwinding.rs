//! Values that use the model in their `Drop` while a failure unwinds: the failure is told, and nothing aborts.

use crate::tried::fails;
use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst, fence};
use shared::model::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock};
use shared::model::thread::{self, JoinHandle};
use shared::model::{Named, hint};
use shared::timeline::FailureKind;

/// Runs a closure when dropped.
struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// Fails by an assertion, and by a deadlock, after `prepare`; what that returns is dropped while the failure unwinds.
#[track_caller]
fn unwinds_through<T>(prepare: impl Fn() -> T + Clone + Send + Sync + 'static) {
    let prepared = prepare.clone();
    for found in fails(FailureKind::Panic, move || {
        let _dropped = prepared();
        panic!("the assertion");
    }) {
        assert_eq!(found.failure().message, "the assertion");
        assert_eq!(found.failure().lane, Some(0));
    }
    for found in fails(FailureKind::Deadlock, move || {
        let till = Mutex::new(0).named("till");
        let _till = till.lock().unwrap();
        let _dropped = prepare();
        drop(till.lock());
    }) {
        assert!(found.to_string().contains("till.lock"), "{found}");
    }
}

#[test]
fn through_variables() {
    unwinds_through(|| {
        let seats = AtomicUsize::new(1);
        OnDrop(move || {
            assert_eq!(seats.fetch_sub(1, SeqCst), 1);
            assert_eq!(seats.compare_exchange(0, 5, SeqCst, SeqCst), Ok(0));
            assert_eq!(seats.swap(6, SeqCst), 5);
            seats.store(7, SeqCst);
            assert_eq!(seats.load(SeqCst), 7);
            fence(SeqCst);
        })
    });
}

#[test]
fn through_locks_that_are_free_or_that_another_thread_holds() {
    unwinds_through(|| {
        let locks = Arc::new((Mutex::new(0), RwLock::new(0)));
        let holder = thread::spawn({
            let locks = Arc::clone(&locks);
            move || {
                let (_first, _second) = (locks.0.lock(), locks.1.write());
                thread::park();
            }
        });
        thread::yield_now();
        OnDrop(move || {
            assert!(locks.0.try_lock().is_err());
            *locks.0.lock().unwrap() += 1;
            *locks.1.write().unwrap() += 1;
            let (one, two) = (locks.1.read().unwrap(), locks.1.read().unwrap());
            assert_eq!((*one, *two), (1, 1));
            holder.thread().unpark();
        })
    });
}

#[test]
fn through_what_is_made_then_and_there() {
    unwinds_through(|| {
        OnDrop(|| {
            let (till, called) = (Mutex::new(0).named("fresh"), Condvar::new());
            *till.lock().unwrap() += 1;
            drop(called.wait(till.lock().unwrap()));
            called.notify_all();
            let price = RwLock::new(AtomicBool::new(false));
            price.write().unwrap().store(true, SeqCst);
            let cell = OnceLock::new();
            assert_eq!(cell.get_or_init(|| 7), &7);
            assert_eq!(cell.set(8), Err(8));
            Barrier::new(2).wait();
            UnsafeCell::new(0).with_mut(|_| ());
            hint::spin_loop();
            thread::park();
        })
    });
}

#[test]
fn through_threads() {
    unwinds_through(|| {
        let main = thread::current();
        OnDrop(move || {
            assert_eq!(thread::current().id(), main.id());
            thread::current().unpark();
            assert!(
                thread::spawn(|| 7).join().is_err(),
                "no thread starts any more"
            );
            thread::scope(|scope| _ = scope.spawn(|| ()).thread().id());
        })
    });
}

/// Waits for its threads when dropped, as pools do.
struct Pool(Vec<JoinHandle<()>>);

impl Drop for Pool {
    fn drop(&mut self) {
        for thread in self.0.drain(..) {
            thread.join().unwrap();
        }
    }
}

#[test]
fn through_a_pool_that_joins_its_threads() {
    unwinds_through(|| Pool(vec![thread::spawn(thread::park), thread::spawn(|| ())]));
}

#[test]
fn through_a_drop_that_catches_a_panic_of_its_own() {
    unwinds_through(|| OnDrop(|| _ = std::panic::catch_unwind(|| panic!("inside the drop"))));
}

#[test]
fn through_a_closure_that_never_ran() {
    for found in fails(FailureKind::Panic, || {
        let noisy = OnDrop(|| _ = thread::current().id());
        thread::spawn(move || {
            let _noisy = &noisy;
        });
        panic!("the assertion");
    }) {
        assert_eq!(found.failure().message, "the assertion");
    }
}
