//! The oracle is judged before it judges: by the published litmus verdicts, and by theorems about C11.
//!
//! Two enumerators that share no search answer for each other: [`support::sc`] runs interleavings on one memory,
//! [`support::c11`] filters candidate executions by axioms.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{self, AtomicUsize};

#[allow(dead_code, reason = "each test binary uses a part")]
mod support;

use support::c11::{Model, ReleaseSequence, allowed, allowed_with};
use support::litmus::Litmus;
use support::outcome::Outcome;
use support::program::{Op, Program, X, Y, compare_exchange, fence, fetch_add, load, store};
use support::random::{self, Orders};
use support::sc::interleavings;
use support::{classics, litmus};

/// How many random programs each law is tried on; the seeds count up from 0.
const PROGRAMS: u64 = 150;

#[test]
fn the_oracle_agrees_with_every_published_verdict() {
    for test in litmus::table().iter().chain(&classics::all()) {
        agrees_with_the_literature(test);
    }
}

fn agrees_with_the_literature(test: &Litmus) {
    let Litmus {
        name,
        orders,
        program,
        weak,
        verdict,
        source,
    } = test;
    assert!(
        !interleavings(program).contains(weak),
        "{name}, {orders}: {weak} is not weak"
    );
    for model in [Model::C11, Model::Rc11] {
        let shown = allowed(program, model);
        assert_eq!(
            shown.contains(weak),
            verdict.allows(model),
            "{name}, {orders}, {model:?}: {weak} is {verdict:?} by {source}\n{program}"
        );
    }
}

#[test]
fn an_interleaving_is_allowed_by_rc11_and_what_rc11_allows_by_c11() {
    let (mut weak, mut buffered) = (0, 0);
    for (seed, program) in programs(Orders::Mixed) {
        let sc = interleavings(&program);
        let rc11 = allowed(&program, Model::Rc11);
        let c11 = allowed(&program, Model::C11);
        assert!(sc.is_subset(&rc11), "seed {seed}\n{program}");
        assert!(rc11.is_subset(&c11), "seed {seed}\n{program}");
        weak += usize::from(sc != rc11);
        buffered += usize::from(rc11 != c11);
    }
    // The law says something: the sample holds programs on which the three differ.
    assert!(weak > 0 && buffered > 0, "{weak} weak, {buffered} buffered");
}

/// Lahav et al. 2017: a program of `SeqCst` accesses only is sequentially consistent.
#[test]
fn seq_cst_throughout_gives_the_interleavings_and_nothing_else() {
    for (seed, program) in programs(Orders::AllSeqCst) {
        is_sequentially_consistent(seed, &program);
    }
}

/// Lahav et al. 2017: a `SeqCst` fence between any two accesses restores sequential consistency.
#[test]
fn seq_cst_fences_throughout_give_the_interleavings_and_nothing_else() {
    for (seed, mut program) in programs(Orders::Mixed) {
        for thread in &mut program.threads {
            // Three threads of five would be too many events for the oracle.
            thread.truncate(2);
            thread.insert(1, fence(SeqCst));
        }
        is_sequentially_consistent(seed, &program);
    }
}

fn is_sequentially_consistent(seed: u64, program: &Program) {
    let sc = interleavings(program);
    assert_eq!(allowed(program, Model::Rc11), sc, "seed {seed}\n{program}");
    assert_eq!(allowed(program, Model::C11), sc, "seed {seed}\n{program}");
}

/// Lahav et al. 2017: strengthening an access is sound.
#[test]
fn a_stronger_ordering_never_allows_more() {
    for (seed, weaker) in programs(Orders::Mixed) {
        let thread = seed as usize % weaker.threads.len();
        let mut stronger = weaker.clone();
        strengthen(&mut stronger.threads[thread][0]);
        for model in [Model::C11, Model::Rc11] {
            let (more, fewer) = (allowed(&weaker, model), allowed(&stronger, model));
            assert!(
                fewer.is_subset(&more),
                "seed {seed}, {model:?}\n{weaker}{stronger}"
            );
        }
    }
}

fn strengthen(op: &mut Op) {
    match op {
        Op::Load { order, .. }
        | Op::Store { order, .. }
        | Op::FetchAdd { order, .. }
        | Op::Fence { order } => *order = SeqCst,
        Op::CompareExchange {
            success, failure, ..
        } => (*success, *failure) = (SeqCst, SeqCst),
    }
}

/// Boehm and others, "Weaken release sequences", WG21 P0982R1, 2018.
#[test]
fn only_cpp11_lets_a_thread_carry_on_its_own_release_sequence() {
    let own = publishing_and_then(store(Y, 2, Relaxed), vec![]);
    assert!(shows(&own, ReleaseSequence::Cpp20, &[2, 0]));
    assert!(!shows(&own, ReleaseSequence::Cpp11, &[2, 0]));

    // The other thread's loads tell that its 3 lies between the 1 and the 2.
    let interrupter = vec![load(Y, Relaxed), store(Y, 3, Relaxed), load(Y, Relaxed)];
    let interrupted = publishing_and_then(store(Y, 2, Relaxed), interrupter);
    assert!(shows(&interrupted, ReleaseSequence::Cpp11, &[1, 2, 2, 0]));
}

#[test]
fn an_update_carries_on_a_release_sequence_under_either_definition() {
    let update = vec![fetch_add(Y, 1, Relaxed)];
    let updated = publishing_and_then(load(X, Relaxed), update);
    assert!(!shows(&updated, ReleaseSequence::Cpp20, &[1, 1, 2, 0]));
    assert!(!shows(&updated, ReleaseSequence::Cpp11, &[1, 1, 2, 0]));
}

/// Message passing with one more operation after the release store, and a thread in the middle.
fn publishing_and_then(after: Op, middle: Vec<Op>) -> Program {
    let writer = vec![store(X, 1, Relaxed), store(Y, 1, Release), after];
    let reader = vec![load(Y, Acquire), load(X, Relaxed)];
    Program {
        threads: vec![writer, middle, reader],
    }
}

fn shows(program: &Program, sequence: ReleaseSequence, registers: &[usize]) -> bool {
    let outcomes = allowed_with(program, Model::C11, sequence);
    outcomes
        .iter()
        .any(|outcome| outcome.registers == registers)
}

/// Also shows that `std` accepts the orderings of every random program: it panics on those it does not.
#[test]
fn one_thread_after_the_other_on_std_atomics_is_an_interleaving() {
    for (seed, program) in programs(Orders::Mixed) {
        let outcome = one_thread_after_the_other(&program);
        assert!(
            interleavings(&program).contains(&outcome),
            "seed {seed}, {outcome}\n{program}"
        );
    }
}

fn one_thread_after_the_other(program: &Program) -> Outcome {
    let memory: Vec<_> = (0..program.variables())
        .map(|_| AtomicUsize::new(0))
        .collect();
    let run = |&op: &Op| match op {
        Op::Load { var, order } => Some(memory[var].load(order)),
        Op::Store { var, value, order } => {
            memory[var].store(value, order);
            None
        }
        Op::FetchAdd {
            var,
            operand,
            order,
        } => Some(memory[var].fetch_add(operand, order)),
        Op::CompareExchange {
            var,
            expected,
            new,
            success,
            failure,
        } => {
            let found = memory[var].compare_exchange(expected, new, success, failure);
            Some(found.unwrap_or_else(|other| other))
        }
        Op::Fence { order } => {
            atomic::fence(order);
            None
        }
    };
    Outcome {
        registers: program.threads.iter().flatten().filter_map(run).collect(),
        finals: memory.iter().map(|var| var.load(Relaxed)).collect(),
    }
}

#[test]
fn a_program_and_an_outcome_read_as_in_the_literature() {
    let threads = vec![
        vec![store(X, 1, Release), fence(AcqRel), load(Y, Acquire)],
        vec![
            fetch_add(Y, 2, Relaxed),
            compare_exchange(X, (0, 3), AcqRel, Relaxed),
        ],
    ];
    let program = Program { threads };
    assert_eq!(
        program.to_string(),
        "A: x.store(1, Release); fence(AcqRel); r0 = y.load(Acquire)\n\
         B: r1 = y.fetch_add(2, Relaxed); r2 = x.compare_exchange(0, 3, AcqRel, Relaxed)\n"
    );
    let outcome = one_thread_after_the_other(&program);
    assert_eq!(outcome.to_string(), "r0=0 r1=0 r2=1 | x=1 y=2");
}

fn programs(orders: Orders) -> impl Iterator<Item = (u64, Program)> {
    (0..PROGRAMS).map(move |seed| (seed, random::program(seed, orders)))
}
