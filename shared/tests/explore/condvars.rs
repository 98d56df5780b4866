//! Condition variables: lost wakeups, predicate loops, and which sleeper a notification wakes.

use std::collections::BTreeSet;

use shared::explore::{END, Graph, Outcome, Program, Reason, State, Step, load, lock};
use shared::explore::{notify_all, notify_one, store, unlock, val, wait};

/// Waits for `ready` under the lock, and looks again after each wakeup.
fn waits_in_a_loop() -> [Step; 4] {
    [
        lock("m"),
        load("r", "ready")
            .mark("look")
            .jump_if(val("r").is(1), "go"),
        wait("cv", "m").jump("look"),
        unlock("m").mark("go"),
    ]
}

fn tells_under_the_lock() -> [Step; 4] {
    [lock("m"), store("ready", 1), notify_one("cv"), unlock("m")]
}

fn shop() -> Program {
    Program::new().shared("ready", 0).lock("m").condvar("cv")
}

fn explore(program: Program) -> Graph {
    program.explore().unwrap()
}

#[test]
fn a_predicate_loop_under_the_lock_never_sleeps_for_ever() {
    let graph = explore(
        shop()
            .thread(waits_in_a_loop())
            .thread(tells_under_the_lock()),
    );
    assert_eq!(graph.witness(State::is_deadlock), None);
    assert_eq!(graph.ends().count(), 1);
}

#[test]
fn a_wakeup_between_look_and_sleep_is_lost() {
    let looks_before_locking = [
        load("r", "ready").jump_if(val("r").is(1), END),
        lock("m"),
        wait("cv", "m"),
        unlock("m"),
    ];
    let graph = explore(
        shop()
            .thread(looks_before_locking)
            .thread(tells_under_the_lock()),
    );
    let lost = graph.witness(State::is_deadlock).unwrap();
    assert_eq!(lost, "ABBBBAA");
    let asleep = graph.after(&lost).unwrap();
    assert!(asleep.is_asleep('A'));
    assert_eq!(
        asleep.after('A').unwrap_err().to_string(),
        "sleeps on `cv` until it is notified"
    );
}

#[test]
fn a_notified_thread_waits_for_the_lock_before_it_goes_on() {
    let graph = explore(
        shop()
            .thread(waits_in_a_loop())
            .thread(tells_under_the_lock()),
    );
    let notified = graph.after("AAABBB").unwrap();
    assert!(notified.is_asleep('A'));
    let waits = notified.after('A').unwrap_err();
    assert_eq!(waits.to_string(), "waits for `m`, held by B");
    let awake = graph.after("AAABBBBA").unwrap();
    assert!(!awake.is_asleep('A') && awake.holder("m") == Some('A'));
}

fn sleeper() -> [Step; 3] {
    [lock("m"), wait("cv", "m"), unlock("m")]
}

/// Lets A and B fall asleep, then C notify; returns which of the two can and cannot finish.
fn who_finishes(notify: impl Into<Vec<Step>>) -> Vec<Vec<char>> {
    let program = shop()
        .thread(sleeper())
        .thread(sleeper())
        .thread(notify.into());
    let graph = explore(program);
    let both_asleep = graph.after("AABB").unwrap();
    let asleep = |state: &State<'_>| {
        ['A', 'B']
            .into_iter()
            .filter(|t| state.is_asleep(*t))
            .collect()
    };
    let from_there = reachable_ends(both_asleep);
    from_there.iter().map(asleep).collect()
}

fn reachable_ends(from: State<'_>) -> Vec<State<'_>> {
    if from.is_end() {
        return vec![from];
    }
    let next = ['A', 'B', 'C']
        .into_iter()
        .filter_map(|letter| from.after(letter).ok());
    let mut ends: Vec<_> = next.flat_map(reachable_ends).collect();
    ends.sort_by_key(State::number);
    ends.dedup_by_key(|end| end.number());
    ends
}

#[test]
fn one_notification_wakes_either_sleeper_but_not_both() {
    let mut left_asleep = who_finishes([notify_one("cv")]);
    left_asleep.sort();
    assert_eq!(left_asleep, [['A'], ['B']]);
}

#[test]
fn two_notifications_or_one_to_all_wake_both_sleepers() {
    let none: [&[char]; 1] = [&[]];
    assert_eq!(who_finishes([notify_one("cv"), notify_one("cv")]), none);
    assert_eq!(who_finishes([notify_all("cv")]), none);
}

#[test]
fn a_notification_does_not_wait_for_a_later_sleeper() {
    let graph = explore(
        shop()
            .thread(sleeper())
            .thread(sleeper())
            .thread([notify_one("cv")]),
    );
    let nobody_slept = graph.after("CAA").unwrap();
    assert_eq!(
        nobody_slept.after('A').unwrap_err(),
        Reason::Asleep("cv".into())
    );
    let only_a_slept = graph.after("AACBB").unwrap();
    assert_eq!(
        only_a_slept.after('B').unwrap_err(),
        Reason::Asleep("cv".into())
    );
    assert!(only_a_slept.after('A').is_ok());
}

#[test]
fn who_sleeps_again_does_not_take_the_notification_of_another() {
    let sleeps_twice = [lock("m"), wait("cv", "m"), wait("cv", "m"), unlock("m")];
    let program = shop().thread(sleeps_twice).thread(sleeper());
    let graph = explore(program.thread([notify_all("cv")]));
    let again = graph.after("AABBCAA").unwrap();
    assert_eq!(again.after('A').unwrap_err(), Reason::Asleep("cv".into()));
    assert!(again.after('B').is_ok());
}

#[test]
fn an_earlier_notification_is_left_to_those_who_slept_first() {
    let twice = [notify_one("cv"), notify_one("cv")];
    let graph = explore(shop().thread(sleeper()).thread(sleeper()).thread(twice));
    // A sleeps and is notified, B sleeps and is notified: whoever wakes first, both do.
    for schedule in ["AACBBCAABB", "AACBBCBBAA"] {
        let end = graph.after(schedule).unwrap();
        assert!(end.is_finished(), "{schedule}");
    }
}

/// What a waiter sees once it goes on, having looked again after each wakeup or only before the first.
fn seen_after_waiting(looks_again: bool, program: Program) -> BTreeSet<Outcome> {
    let wakes_to = if looks_again { "look" } else { "go" };
    let waiter = [
        lock("m"),
        load("r", "ready")
            .mark("look")
            .jump_if(val("r").is(1), "go"),
        wait("cv", "m").jump(wakes_to),
        load("seen", "ready").mark("go"),
        unlock("m"),
    ];
    let program = program.thread(waiter).thread(tells_under_the_lock());
    explore(program.keep("A.seen")).outcomes(&["A.seen"])
}

#[test]
fn a_spurious_wakeup_breaks_if_and_not_while() {
    let (unready, ready) = (Outcome::Finished(vec![0]), Outcome::Finished(vec![1]));
    assert_eq!(seen_after_waiting(false, shop()), [ready.clone()].into());
    let spurious = || shop().with_spurious_wakeups();
    assert_eq!(
        seen_after_waiting(false, spurious()),
        [unready, ready.clone()].into()
    );
    assert_eq!(seen_after_waiting(true, spurious()), [ready].into());
}
