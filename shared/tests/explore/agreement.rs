//! The explorer agrees with the naive walk of every schedule, on random small programs.

use std::collections::BTreeSet;

use shared::explore::Outcome;

use crate::dice;
use crate::program::{Op, Program};

/// Compares counts and outcomes, with registers kept to the end and with registers forgotten.
fn agree(program: &Program, seed: u64) {
    for keep in [true, false] {
        let names = program.names(keep);
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let graph = program
            .to_explore(keep)
            .explore()
            .expect("a random program is small");
        let counted = graph.schedules().expect("no loops").by_outcome(&names);
        let walked = program.by_outcome(keep);
        assert_eq!(counted, walked, "seed {seed}, kept: {keep}, {program:?}");
        let outcomes: BTreeSet<_> = walked.into_keys().collect();
        assert_eq!(graph.outcomes(&names), outcomes, "seed {seed}, {program:?}");
    }
}

#[test]
fn on_threads_without_locks() {
    (0..200).for_each(|seed| agree(&dice::plain(seed), seed));
}

#[test]
fn on_threads_with_locks() {
    let mut deadlocks = 0;
    for seed in 0..200 {
        let program = dice::locking(seed);
        agree(&program, seed);
        deadlocks += usize::from(program.by_outcome(false).contains_key(&Outcome::Deadlock));
    }
    assert!(
        deadlocks > 0,
        "the dice must also throw programs that deadlock"
    );
}

#[test]
fn on_threads_with_store_buffers() {
    (0..100).for_each(|seed| agree(&dice::buffered(seed), seed));
}

/// The outcomes of a program, with or without store buffers.
fn outcomes(program: &Program, store_buffers: bool) -> BTreeSet<Outcome> {
    let program = Program {
        store_buffers,
        ..program.clone()
    };
    let names = program.names(true);
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    program.to_explore(true).explore().unwrap().outcomes(&names)
}

#[test]
fn store_buffers_take_no_outcome_away_and_sometimes_add_one() {
    let mut added = 0;
    for seed in 0..1000 {
        let program = dice::buffered(seed);
        let (plain, buffered) = (outcomes(&program, false), outcomes(&program, true));
        assert!(plain.is_subset(&buffered), "seed {seed}, {program:?}");
        added += usize::from(plain != buffered);
    }
    assert!(
        added > 0,
        "the dice must also throw programs that show the buffers"
    );
}

/// Follows a store by a fence.
fn fenced(op: &Op) -> Vec<Op> {
    match op {
        Op::Store(..) | Op::StoreRegister(..) => vec![*op, Op::Fence],
        _ => vec![*op],
    }
}

#[test]
fn a_fence_after_every_store_leaves_what_interleaving_explains() {
    for seed in 0..300 {
        let mut program = dice::buffered(seed);
        let plain = outcomes(&program, false);
        for ops in &mut program.threads {
            *ops = ops.iter().flat_map(fenced).collect();
        }
        assert_eq!(outcomes(&program, true), plain, "seed {seed}, {program:?}");
    }
}
