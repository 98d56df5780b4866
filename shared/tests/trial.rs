//! Laws of trials: what holds whichever thread gets there first.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use shared::trial::{Abandoned, Effort, Padded, SpinBarrier, litmus, together};

/// More than any machine this runs on has idle, so that the barrier must give cores away.
const CROWD: usize = 64;

#[test]
fn nobody_leaves_the_barrier_before_all_have_arrived() {
    const ROUNDS: u64 = 1_000;
    let barrier = SpinBarrier::new(3);
    let arrived = AtomicU64::new(0);
    let counts = together(3, |_| {
        let (mut early, mut last) = (0, 0);
        for round in 1..=ROUNDS {
            arrived.fetch_add(1, Relaxed);
            last += u64::from(barrier.wait() == Ok(true));
            early += u64::from(arrived.load(Relaxed) < 3 * round);
        }
        (early, last)
    });
    let (early, last): (Vec<u64>, Vec<u64>) = counts.results.into_iter().unzip();
    assert_eq!(early, [0; 3]);
    assert_eq!(
        last.iter().sum::<u64>(),
        ROUNDS,
        "each round has one last thread"
    );
}

#[test]
fn an_abandoned_barrier_releases_who_waits() {
    let barrier = SpinBarrier::new(2);
    let released = thread::scope(|scope| {
        let waiting = scope.spawn(|| barrier.wait());
        barrier.abandon();
        waiting.join().expect("waiting does not panic")
    });
    assert_eq!(released, Err(Abandoned));
}

#[test]
fn no_indivisible_increment_is_lost() {
    let counter = AtomicU64::new(0);
    together(4, |_| {
        for _ in 0..10_000 {
            counter.fetch_add(1, Relaxed);
        }
    });
    assert_eq!(counter.into_inner(), 40_000);
}

#[test]
fn results_are_in_the_order_of_the_threads() {
    let doubled = together(CROWD, |index| 2 * index).results;
    assert_eq!(
        doubled,
        (0..CROWD).map(|index| 2 * index).collect::<Vec<_>>()
    );
}

#[test]
fn no_threads_have_no_results_and_take_no_time() {
    let nobody = together(0, |index| index);
    assert_eq!((nobody.results, nobody.elapsed), (vec![], Duration::ZERO));
}

#[test]
fn a_panic_is_passed_on_after_all_have_ended() {
    let ended = AtomicU32::new(0);
    let panic = panic_of(|| {
        together(3, |index| {
            assert!(index != 1, "thread 1 gives up");
            ended.fetch_add(1, Relaxed);
        });
    });
    assert_eq!(
        (panic, ended.into_inner()),
        ("thread 1 gives up".to_owned(), 2)
    );
}

#[derive(Default)]
struct StoreBuffering {
    x: Padded<AtomicU32>,
    y: Padded<AtomicU32>,
}

#[test]
fn sequential_consistency_never_shows_two_missed_stores() {
    let outcomes = litmus(
        few(50_000),
        StoreBuffering::default,
        [
            |shared| {
                shared.x.store(1, SeqCst);
                shared.y.load(SeqCst)
            },
            |shared| {
                shared.y.store(1, SeqCst);
                shared.x.load(SeqCst)
            },
        ],
        |_, seen| seen,
    );
    assert_eq!((outcomes.count(&[0, 0]), outcomes.samples()), (0, 50_000));
}

#[test]
fn each_actor_meets_each_state_once() {
    let outcomes = litmus(
        few(10_007),
        <[AtomicU32; 4]>::default,
        [
            |visits| visits[0].fetch_add(1, Relaxed),
            |visits| visits[1].fetch_add(1, Relaxed),
            |visits| visits[2].fetch_add(1, Relaxed),
            |visits| visits[3].fetch_add(1, Relaxed),
        ],
        |visits, _| visits.each_ref().map(|one| one.load(Relaxed)),
    );
    let seen: Vec<_> = outcomes.iter().collect();
    assert_eq!(seen, [(&[1; 4], 10_007)]);
}

#[test]
fn the_arbiter_gets_a_state_with_what_its_own_actors_returned() {
    let made = AtomicU32::new(0);
    let numbered = || made.fetch_add(1, Relaxed);
    let outcomes = litmus(few(10_007), numbered, [|state| *state; 3], |state, seen| {
        seen == [*state; 3]
    });
    let seen: Vec<_> = outcomes.iter().collect();
    assert_eq!(seen, [(&true, 10_007)]);
    assert_eq!(
        made.into_inner(),
        10_007,
        "no state is made that is not tried"
    );
}

#[test]
fn time_ends_a_run_after_the_batch_it_is_in() {
    let effort = Effort {
        trials: u64::MAX,
        stride: 100,
        at_most: Some(Duration::ZERO),
    };
    let outcomes = litmus(effort, || (), [|_| (); 2], |_, _| ());
    assert_eq!(outcomes.samples(), 100);
}

#[test]
fn no_trials_have_no_outcomes() {
    let outcomes = litmus(few(0), || (), [|_| (); 2], |_, _| ());
    assert_eq!(outcomes.iter().count(), 0);
}

#[test]
fn a_panicking_actor_ends_the_run_with_its_panic() {
    let panic = panic_of(|| {
        let made = AtomicU32::new(0);
        let numbered = || made.fetch_add(1, Relaxed);
        let refuse = |state: &u32| assert!(*state != 5_000, "state 5000 is broken");
        litmus(few(10_000), numbered, [refuse, |_| (), |_| ()], |_, _| ());
    });
    assert_eq!(panic, "state 5000 is broken");
}

#[test]
fn a_panicking_arbiter_ends_the_run_with_its_panic() {
    let panic = panic_of(|| {
        litmus(
            few(10_000),
            || (),
            [|_| (); 2],
            |_, _| panic!("no such outcome"),
        );
    });
    assert_eq!(panic, "no such outcome");
}

#[test]
fn a_batch_without_states_is_refused() {
    let effort = Effort {
        stride: 0,
        ..few(1)
    };
    let panic = panic_of(|| {
        litmus(effort, || (), [|_| (); 2], |_, _| ());
    });
    assert_eq!(panic, "a batch holds at least one state");
}

/// Asks for that many trials, in batches that do not divide them.
fn few(trials: u64) -> Effort {
    Effort {
        trials,
        stride: 1_000,
        at_most: None,
    }
}

/// Returns the message of the panic that `body` ends with.
fn panic_of(body: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(body)).expect_err("a panic is expected");
    let message = payload.downcast_ref::<&str>().map(ToString::to_string);
    let message = message.or_else(|| payload.downcast_ref::<String>().cloned());
    message.expect("a panic's payload is its message")
}
