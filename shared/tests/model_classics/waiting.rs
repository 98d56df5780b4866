//! Threads that wait for ever, and those that do not: crossed locks, lost wakeups, a lock taken twice.

use super::both_modes;
use shared::model::sync::atomic::AtomicUsize;
use shared::model::sync::atomic::Ordering::SeqCst;
use shared::model::sync::{Condvar, Mutex};
use shared::model::{Mode, check, thread};
use shared::timeline::{FailureKind, State};
use std::sync::Arc;

#[test]
fn opposite_lock_orders_deadlock_with_holder_and_waiter() {
    let found = both_modes(|| {
        let alice = Arc::new(Mutex::new(100));
        let bob = Arc::new(Mutex::new(100));
        let other = thread::spawn({
            let (alice, bob) = (Arc::clone(&alice), Arc::clone(&bob));
            move || {
                let mut to = bob.lock().unwrap();
                *to -= 10;
                *alice.lock().unwrap() += 10;
            }
        });
        let mut from = alice.lock().unwrap();
        *from -= 10;
        *bob.lock().unwrap() += 10;
        drop(from);
        other.join().unwrap();
    });
    for found in found {
        let counterexample = found.unwrap_err();
        assert_eq!(counterexample.failure().kind, FailureKind::Deadlock);
        let timeline = counterexample.timeline();
        let mut waits: Vec<_> = timeline
            .rows()
            .iter()
            .filter(|row| row.step.state == State::Waiting)
            .map(|row| {
                (
                    row.step.lane,
                    timeline.objects()[row.step.object.unwrap()].as_str(),
                    row.holders.clone(),
                )
            })
            .collect();
        waits.sort();
        assert_eq!(
            waits,
            [(0, "bob", vec![1]), (1, "alice", vec![0])],
            "{counterexample}"
        );
    }
}

#[test]
fn a_notification_before_the_wait_is_lost() {
    let found = both_modes(|| {
        let ready = Arc::new((Mutex::new(false), Condvar::new()));
        let waker = thread::spawn({
            let ready = Arc::clone(&ready);
            move || ready.1.notify_one() // and `true` is never written under the lock
        });
        drop(ready.1.wait(ready.0.lock().unwrap()).unwrap());
        waker.join().unwrap();
    });
    for found in found {
        let counterexample = found.unwrap_err();
        assert_eq!(counterexample.failure().kind, FailureKind::Deadlock);
        assert!(
            counterexample
                .to_string()
                .contains("asleep: nobody notifies it"),
            "{counterexample}"
        );
    }
}

#[test]
fn a_predicate_loop_loses_no_wakeup() {
    let found = both_modes(|| {
        let shared = Arc::new((Mutex::new(false), Condvar::new()));
        let waker = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                *shared.0.lock().unwrap() = true;
                shared.1.notify_one();
            }
        });
        let mut ready = shared.0.lock().unwrap();
        while !*ready {
            ready = shared.1.wait(ready).unwrap();
        }
        assert!(*ready);
        drop(ready);
        waker.join().unwrap();
    });
    for found in found {
        found.expect("the predicate is checked under the lock");
    }
}

/// Does to the model in its `Drop` what a real value may do: lock, load, notify, spawn.
struct Noisy {
    lock: Arc<Mutex<usize>>,
    count: Arc<AtomicUsize>,
    signal: Condvar,
}

impl Drop for Noisy {
    fn drop(&mut self) {
        *self.lock.lock().unwrap() += 1;
        self.count.fetch_add(1, SeqCst);
        self.signal.notify_all();
        let fresh = Mutex::new(AtomicUsize::new(0));
        fresh.lock().unwrap().store(1, SeqCst);
    }
}

#[test]
fn a_deadlock_unwinds_through_a_drop_without_an_abort() {
    let found = both_modes(|| {
        let noisy = |lock: &Arc<Mutex<usize>>| Noisy {
            lock: Arc::clone(lock),
            count: Arc::new(AtomicUsize::new(0)),
            signal: Condvar::new(),
        };
        let (first, second) = (Arc::new(Mutex::new(0)), Arc::new(Mutex::new(0)));
        let other = thread::spawn({
            let (first, second) = (Arc::clone(&first), Arc::clone(&second));
            move || {
                let _noisy = noisy(&first);
                let _second = second.lock().unwrap();
                let _first = first.lock().unwrap();
            }
        });
        let _noisy = noisy(&second);
        let held = first.lock().unwrap();
        drop(second.lock().unwrap());
        drop(held);
        other.join().unwrap();
    });
    for found in found {
        assert_eq!(found.unwrap_err().failure().kind, FailureKind::Deadlock);
    }
}

#[test]
fn a_lock_taken_twice_says_who_holds_it() {
    let counterexample = check(Mode::Interleaving, || {
        let seats = Mutex::new(1);
        let _held = seats.lock().unwrap();
        drop(seats.lock().unwrap());
    })
    .unwrap_err();
    assert!(
        counterexample.to_string().contains("waits: held by itself"),
        "{counterexample}"
    );
}
