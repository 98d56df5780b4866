//! A textbook's lock with its cell, a lost update, a stale read.

use super::both_modes;
use shared::model::cell::UnsafeCell;
use shared::model::sync::atomic::Ordering::{self, Acquire, Relaxed, Release};
use shared::model::sync::atomic::{AtomicBool, AtomicUsize};
use shared::model::{Mode, check, hint, thread};
use shared::timeline::{FailureKind, State, Verdict};
use std::sync::Arc;

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
