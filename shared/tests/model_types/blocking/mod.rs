//! What waits is held against an enumerator that knows nothing of the checker, on random small programs.
//!
//! The seeds count up from 0, the memory modes take turns, and a failure prints its seed and the program.

use shared::model::{Mode, Model};
use shared::timeline::FailureKind;
use std::collections::BTreeSet;

mod in_model;
mod program;
mod random;
mod schedules;

use in_model::execute;
use program::{Phrase, Program};
use schedules::{End, every_end};

/// How many random programs each law is tried on.
const PROGRAMS: u64 = 50;

/// Beyond so many executions a program takes too long for a test of every day.
const SMALL: u64 = 120;

/// Compares a program's ends in the model with those of every schedule; returns whether it was small enough.
fn agrees(seed: u64, program: &Program, model: Model) -> bool {
    let expected = every_end(program);
    let body = program.clone();
    match model.outcomes(move || execute(&body)) {
        Ok(seen) => {
            let seen: BTreeSet<End> = seen.into_iter().map(End::All).collect();
            assert_eq!(seen, expected, "seed {seed}, {}: {program:?}", model.mode);
        }
        Err(found) if found.failure().kind == FailureKind::TooMany => return false,
        Err(found) => {
            assert_eq!(found.failure().kind, FailureKind::Deadlock, "{found}");
            let may_deadlock = expected.contains(&End::Deadlock);
            assert!(may_deadlock, "seed {seed}: {program:?}\n{found}");
        }
    }
    true
}

fn all_agree(phrases: &[Phrase]) {
    let modes = [Mode::Interleaving, Mode::Weak].into_iter().cycle();
    let agrees = |&(seed, mode): &(u64, Mode)| {
        let executions = SMALL;
        let model = Model {
            executions,
            ..Model::new(mode)
        };
        agrees(seed, &random::program(seed, phrases), model)
    };
    let tried = (0..PROGRAMS).zip(modes).filter(agrees).count();
    assert!(tried > 10, "only {tried} programs were small");
}

#[test]
fn mutexes_end_as_in_every_schedule() {
    use Phrase::{Add, Both, Locked, LockedAdd};
    all_agree(&[
        Add,
        Locked(0),
        LockedAdd(0),
        LockedAdd(1),
        Both(0, 1),
        Both(1, 0),
    ]);
}

#[test]
fn attempts_to_lock_end_as_in_every_schedule() {
    use Phrase::{Add, Locked, LockedAdd, Tried};
    all_agree(&[
        Add,
        Locked(0),
        LockedAdd(0),
        Tried(0),
        Tried(1),
        LockedAdd(1),
    ]);
}

#[test]
fn read_write_locks_end_as_in_every_schedule() {
    use Phrase::{Add, Read, Written};
    all_agree(&[Add, Read, Written]);
}

#[test]
fn attempts_to_read_and_write_end_as_in_every_schedule() {
    use Phrase::{Read, TriedRead, TriedWritten, Written};
    all_agree(&[Read, Written, TriedRead, TriedWritten]);
}

#[test]
fn parking_ends_as_in_every_schedule() {
    use Phrase::{Add, Park, Unpark};
    all_agree(&[Add, Park, Unpark, Unpark]);
}

#[test]
fn condition_variables_end_as_in_every_schedule() {
    use Phrase::{Locked, NotifyAll, NotifyOne, Wait};
    all_agree(&[Locked(0), Wait, NotifyOne, NotifyAll]);
}

#[test]
fn sleeping_until_a_word_changes_ends_as_in_every_schedule() {
    use Phrase::{Raise, Sleep, WakeAll, WakeOne};
    all_agree(&[Raise, Sleep(0), Sleep(1), WakeOne, WakeAll]);
}
