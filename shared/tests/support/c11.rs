//! What C11 allows a program to show: every candidate execution, filtered by the axioms of RC11.
//!
//! Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing Sequential Consistency in C/C++11", 2017, whose names
//! the code keeps: sb, rf, mo, rb, eco, hb, psc. C++20 took its `SeqCst` and its fences from there (Boehm,
//! Giroux and Vafeiadis, P0668R5, 2018), and Rust its orderings from C++20. By the letter C++20 orders slightly more
//! than RC11, as `SB+rfis` in [`classics`](super::classics) shows; here RC11 decides.
//!
//! A *candidate* picks, for every variable, a modification order and the write that each read reads from.
//! The axioms relate the variables, so they are checked on the combination.

mod axioms;
mod event;
mod execution;
mod history;
mod relation;

use std::collections::BTreeSet;

use self::event::Events;
use self::execution::Execution;
use self::history::History;
use super::outcome::Outcome;
use super::program::Program;

/// How much the model leaves to compilers and hardware.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// The standard: load buffering is allowed, but no value out of thin air.
    ///
    /// The latter is only a recommendation of the standard, but in a program without data flow between operations
    /// it costs no axiom: a value can depend on itself only through a cycle of read-modify-writes of one variable,
    /// and those are totally ordered.
    C11,
    /// RC11: also, no cycle in sb ∪ rf, hence no load buffering.
    Rc11,
}

/// Which writes carry on the release sequence that a release store heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReleaseSequence {
    /// Read-modify-writes, by any thread.
    Cpp20,
    /// Those, and stores by the releasing thread, as long as no other thread's store comes between.
    ///
    /// Dropped by Boehm and others, "Weaken release sequences", WG21 P0982R1, 2018.
    Cpp11,
}

/// Returns every outcome that `model` allows.
///
/// # Panics
///
/// Panics above 16 events, initial values included.
pub fn allowed(program: &Program, model: Model) -> BTreeSet<Outcome> {
    allowed_with(program, model, ReleaseSequence::Cpp20)
}

/// Like [`allowed`], under a chosen definition of release sequences.
///
/// # Panics
///
/// Panics above 16 events, initial values included.
pub fn allowed_with(
    program: &Program,
    model: Model,
    sequence: ReleaseSequence,
) -> BTreeSet<Outcome> {
    let events = Events::of(program);
    let histories: Vec<_> = (0..program.variables())
        .map(|var| history::coherent(&events, var))
        .collect();
    let mut outcomes = BTreeSet::new();
    for picked in one_of_each(&histories) {
        let execution = Execution::new(&events, picked);
        let outcome = execution.outcome();
        // Many candidates share an outcome, and one consistent one is enough.
        if !outcomes.contains(&outcome) && axioms::consistent(&execution, model, sequence) {
            outcomes.insert(outcome);
        }
    }
    outcomes
}

/// Returns every way to pick one history for each variable.
fn one_of_each(histories: &[BTreeSet<History>]) -> Vec<Vec<&History>> {
    histories.iter().fold(vec![Vec::new()], |picks, variable| {
        let extended = |pick: Vec<_>| variable.iter().map(move |h| [&pick[..], &[h]].concat());
        picks.into_iter().flat_map(extended).collect()
    })
}
