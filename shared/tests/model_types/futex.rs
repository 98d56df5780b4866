//! Sleeping until a word changes: looking and falling asleep are one step, and who is not woken sleeps for ever.

use crate::tried::{fails, holds};
use shared::model::sync::Arc;
use shared::model::sync::atomic::{AtomicU32, Ordering::Relaxed};
use shared::model::{Mode, check, futex, thread};
use shared::timeline::{FailureKind, Verdict};

/// Starts a thread that does something to the word.
fn beside(word: &Arc<AtomicU32>, act: fn(&AtomicU32)) -> thread::JoinHandle<()> {
    let word = Arc::clone(word);
    thread::spawn(move || act(&word))
}

#[test]
fn who_expects_another_value_does_not_sleep() {
    holds(|| futex::wait(&AtomicU32::new(1), 0));
}

#[test]
fn a_change_and_a_wakeup_come_before_the_sleep_or_end_it() {
    holds(|| {
        let open = Arc::new(AtomicU32::new(0));
        let porter = beside(&open, |open| {
            open.store(1, Relaxed);
            futex::wake_one(open);
        });
        futex::wait(&open, 0);
        assert_eq!(open.load(Relaxed), 1);
        porter.join().unwrap();
    });
}

#[test]
fn a_change_without_a_wakeup_leaves_the_sleeper_asleep() {
    for found in fails(FailureKind::Deadlock, || {
        let open = Arc::new(AtomicU32::new(0));
        let porter = beside(&open, |open| open.store(1, Relaxed));
        futex::wait(&open, 0);
        porter.join().unwrap();
    }) {
        let told = found.to_string();
        assert!(told.contains("open.wait → 0"), "{told}");
        assert!(told.contains("asleep: nobody notifies it"), "{told}");
    }
}

#[test]
fn a_wakeup_before_the_change_is_lost() {
    for found in fails(FailureKind::Deadlock, || {
        let open = Arc::new(AtomicU32::new(0));
        let porter = beside(&open, |open| {
            futex::wake_one(open);
            open.store(1, Relaxed);
        });
        futex::wait(&open, 0);
        porter.join().unwrap();
    }) {
        let told = found.to_string();
        let [wake, wait] = ["open.wake_one", "open.wait → 0"].map(|step| told.find(step));
        assert!(wake.is_some() && wake < wait, "drawn as it was:\n{told}");
    }
}

#[test]
fn one_wakeup_wakes_one_and_all_wakes_all() {
    let two_sleepers = |wake: fn(&AtomicU32)| {
        move || {
            let open = Arc::new(AtomicU32::new(0));
            let sleepers = [(); 2].map(|()| beside(&open, |open| futex::wait(open, 0)));
            open.store(1, Relaxed);
            wake(&open);
            for sleeper in sleepers {
                sleeper.join().unwrap();
            }
        }
    };
    holds(two_sleepers(|open| futex::wake_all(open)));
    fails(
        FailureKind::Deadlock,
        two_sleepers(|open| futex::wake_one(open)),
    );
}

#[test]
fn a_look_that_does_not_sleep_orders_nothing() {
    let found = check(Mode::Weak, || {
        let [data, open] = ["data", "open"].map(|_| Arc::new(AtomicU32::new(0)));
        let porter = thread::spawn({
            let (data, open) = (Arc::clone(&data), Arc::clone(&open));
            move || {
                data.store(1, Relaxed);
                open.store(1, Relaxed);
            }
        });
        futex::wait(&open, 7);
        let seen = open.load(Relaxed);
        assert!(
            seen == 0 || data.load(Relaxed) == 1,
            "a stale value was read"
        );
        porter.join().unwrap();
    });
    let found = found.expect_err("nothing publishes the data");
    assert_eq!(found.timeline().verdict(), Verdict::WeakMemory, "{found}");
}
