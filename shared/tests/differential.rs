//! The model is held against enumerators that know nothing of it, on random small programs.
//!
//! The seeds count up from 0, and a failure prints its seed and the program.
//! `cargo test -p shared --test differential -- --ignored` tries the larger programs too, which takes minutes.

use shared::model::Mode;

#[allow(dead_code, reason = "each test binary uses a part")]
mod support;

use support::c11::{Model, allowed};
use support::in_explorer::scheduled;
use support::in_model::shown;
use support::program::Program;
use support::random::{self, Orders};
use support::sc::interleavings;

/// How many random programs each law is tried on; with `--ignored` it is so many more.
const PROGRAMS: usize = 100;
const MORE: usize = 300;

/// Beyond so many operations in all the model takes up to seconds for one program.
const SMALL: usize = 6;

/// Returns programs of 2–3 threads, 2–3 operations each, that are small.
fn small(orders: Orders) -> impl Iterator<Item = (u64, Program)> {
    let size = |program: &Program| program.threads.iter().flatten().count();
    (0..)
        .map(move |seed| (seed, random::program(seed, orders)))
        .filter(move |(_, program)| size(program) <= SMALL)
}

#[test]
fn interleaving_mode_shows_every_interleaving_and_nothing_else() {
    for (seed, program) in small(Orders::Mixed).take(PROGRAMS) {
        shows_the_interleavings(seed, &program);
    }
}

fn shows_the_interleavings(seed: u64, program: &Program) {
    let expected = interleavings(program);
    assert_eq!(
        scheduled(program),
        expected,
        "the explorer differs: seed {seed}\n{program}"
    );
    assert_eq!(
        shown(program, Mode::Interleaving),
        expected,
        "the model differs: seed {seed}\n{program}"
    );
}

#[test]
fn weak_mode_misses_no_interleaving_and_shows_nothing_that_c11_forbids() {
    let mut weak = 0;
    for (seed, program) in small(Orders::Mixed).take(PROGRAMS) {
        weak += usize::from(lies_between_interleavings_and_c11(seed, &program));
    }
    assert!(
        weak > 0,
        "none of the programs tells weak memory from interleaving"
    );
}

/// Returns whether the program shows more than its interleavings.
fn lies_between_interleavings_and_c11(seed: u64, program: &Program) -> bool {
    let (least, most, shown) = (
        interleavings(program),
        allowed(program, Model::C11),
        shown(program, Mode::Weak),
    );
    let missed: Vec<String> = least.difference(&shown).map(ToString::to_string).collect();
    assert!(
        missed.is_empty(),
        "missed {missed:?}: seed {seed}\n{program}"
    );
    let forbidden: Vec<String> = shown.difference(&most).map(ToString::to_string).collect();
    assert!(
        forbidden.is_empty(),
        "C11 forbids {forbidden:?}: seed {seed}\n{program}"
    );
    shown != least
}

#[test]
fn weak_mode_gives_seq_cst_programs_their_interleavings() {
    for (seed, program) in small(Orders::AllSeqCst).take(PROGRAMS) {
        is_sequentially_consistent(seed, &program);
    }
}

fn is_sequentially_consistent(seed: u64, program: &Program) {
    assert_eq!(
        shown(program, Mode::Weak),
        interleavings(program),
        "seed {seed}\n{program}"
    );
}

#[test]
#[ignore = "takes half a minute; `.ci/run` runs it"]
fn more_programs_keep_the_same_laws() {
    for (seed, program) in small(Orders::Mixed).skip(PROGRAMS).take(MORE) {
        shows_the_interleavings(seed, &program);
        lies_between_interleavings_and_c11(seed, &program);
    }
    for (seed, program) in small(Orders::AllSeqCst).skip(PROGRAMS).take(MORE) {
        is_sequentially_consistent(seed, &program);
    }
}

#[test]
#[ignore = "takes minutes; `.ci/run` runs it"]
fn larger_programs_keep_the_same_laws() {
    for seed in 0..100 {
        let program = random::program(seed, Orders::Mixed);
        shows_the_interleavings(seed, &program);
        lies_between_interleavings_and_c11(seed, &program);
    }
}
