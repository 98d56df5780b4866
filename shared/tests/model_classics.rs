//! Programs with a known answer, run through the model: each gives that answer, as a value and without an abort.

use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::Ordering::{self, Acquire, Relaxed, Release, SeqCst};
use shared::model::sync::atomic::{AtomicBool, AtomicUsize};
use shared::model::sync::{Condvar, Mutex};
use shared::model::{Counterexample, Explored, Mode, check, hint, thread};
use shared::timeline::{FailureKind, State, Verdict};
use std::sync::Arc;

fn both_modes(
    body: impl Fn() + Clone + Send + Sync + 'static,
) -> [Result<Explored, Counterexample>; 2] {
    [Mode::Interleaving, Mode::Weak].map(|mode| check(mode, body.clone()))
}

/// The lock of the textbooks: swap to lock, store to unlock (Mara Bos, *Rust Atomics and Locks*, 2023, chapter 4).
struct TextbookLock {
    locked: AtomicBool,
    value: UnsafeCell<usize>,
    unlock: Ordering,
}

// SAFETY: `with` reaches the value only between `lock` and `unlock`; whether that is enough is what the tests ask.
unsafe impl Sync for TextbookLock {}

impl TextbookLock {
    fn new(unlock: Ordering) -> Arc<Self> {
        Arc::new(Self {
            locked: AtomicBool::new(false),
            value: UnsafeCell::new(0),
            unlock,
        })
    }

    fn increment(&self) {
        while self.locked.swap(true, Acquire) {
            hint::spin_loop();
        }
        // SAFETY: the checker judges whether this access is alone.
        self.value.with_mut(|value| unsafe { *value += 1 });
        self.locked.store(false, self.unlock);
    }
}

fn two_increments(unlock: Ordering) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        let lock = TextbookLock::new(unlock);
        let other = thread::spawn({
            let lock = Arc::clone(&lock);
            move || lock.increment()
        });
        lock.increment();
        other.join().unwrap();
        // SAFETY: the other thread has ended.
        assert_eq!(lock.value.with(|value| unsafe { *value }), 2);
    }
}

#[test]
fn the_textbook_spin_lock_holds() {
    for found in both_modes(two_increments(Release)) {
        assert!(found.expect("the lock is sound").executions > 1);
    }
}

#[test]
fn a_relaxed_unlock_is_a_data_race() {
    let counterexample = check(Mode::Weak, two_increments(Relaxed)).unwrap_err();
    assert_eq!(counterexample.failure().kind, FailureKind::DataRace);
    assert!(
        counterexample
            .failure()
            .message
            .contains("data race on `value`"),
        "{counterexample}"
    );
    assert!(
        counterexample.to_string().contains("locked.store(Relaxed)"),
        "{counterexample}"
    );
}

#[test]
fn an_unguarded_cell_is_a_data_race_in_both_modes() {
    struct Shared(UnsafeCell<u8>);
    // SAFETY: none; that is the point, and only the checker runs it.
    unsafe impl Sync for Shared {}
    let found = both_modes(|| {
        let cell = Arc::new(Shared(UnsafeCell::new(0)));
        let writer = thread::spawn({
            let cell = Arc::clone(&cell);
            // SAFETY: the checker ends the execution before two threads meet here.
            move || cell.0.with_mut(|value| unsafe { *value = 1 })
        });
        // SAFETY: as above.
        cell.0.with(|value| unsafe { *value });
        writer.join().unwrap();
    });
    for found in found {
        let counterexample = found.unwrap_err();
        assert_eq!(
            counterexample.failure().kind,
            FailureKind::DataRace,
            "{counterexample}"
        );
        let raised = counterexample
            .timeline()
            .rows()
            .iter()
            .filter(|row| row.step.state == State::Raised)
            .count();
        assert_eq!(raised, 1);
    }
}

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

#[test]
fn a_lost_update_is_an_interleaving_and_relaxed_message_passing_is_not() {
    let lost = check(Mode::Weak, || {
        let counter = Arc::new(AtomicUsize::new(0));
        let increment = |counter: &AtomicUsize| counter.store(counter.load(Relaxed) + 1, Relaxed);
        let other = thread::spawn({
            let counter = Arc::clone(&counter);
            move || increment(&counter)
        });
        increment(&counter);
        other.join().unwrap();
        assert_eq!(counter.load(Relaxed), 2);
    });
    assert_eq!(
        lost.unwrap_err().timeline().verdict(),
        Verdict::Interleaving
    );

    let stale = check(Mode::Weak, || {
        let (data, ready) = (
            Arc::new(AtomicUsize::new(0)),
            Arc::new(AtomicBool::new(false)),
        );
        let writer = thread::spawn({
            let (data, ready) = (Arc::clone(&data), Arc::clone(&ready));
            move || {
                data.store(42, Relaxed);
                ready.store(true, Relaxed);
            }
        });
        if ready.load(Relaxed) {
            assert_eq!(data.load(Relaxed), 42);
        }
        writer.join().unwrap();
    });
    let stale = stale.unwrap_err();
    assert_eq!(stale.timeline().verdict(), Verdict::WeakMemory);
    assert!(
        stale.to_string().contains("stale: newest is 42, by A"),
        "{stale}"
    );
}
