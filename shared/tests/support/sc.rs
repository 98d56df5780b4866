//! Sequential consistency by brute force: one memory, one step at a time, every schedule.
//!
//! Lamport, "How to make a multiprocessor computer that correctly executes multiprocess programs", 1979.
//! Shares nothing with [`c11`](super::c11) but the meaning of a single operation, so each can check the other.

use std::collections::{BTreeSet, HashSet};

use super::outcome::Outcome;
use super::program::{Program, Value};

/// Returns the outcomes of every interleaving; memory orderings are ignored.
pub fn interleavings(program: &Program) -> BTreeSet<Outcome> {
    let threads = program.threads.len();
    let start = State {
        next: vec![0; threads],
        registers: vec![Vec::new(); threads],
        memory: vec![0; program.variables()],
    };
    let mut outcomes = BTreeSet::new();
    explore(program, start, &mut HashSet::new(), &mut outcomes);
    outcomes
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct State {
    /// By thread: the index of its next operation.
    next: Vec<usize>,
    /// By thread: what it has read so far.
    registers: Vec<Vec<Value>>,
    memory: Vec<Value>,
}

fn explore(
    program: &Program,
    state: State,
    seen: &mut HashSet<State>,
    outcomes: &mut BTreeSet<Outcome>,
) {
    if !seen.insert(state.clone()) {
        return;
    }
    let mut finished = true;
    for thread in 0..program.threads.len() {
        if let Some(after) = step(program, &state, thread) {
            finished = false;
            explore(program, after, seen, outcomes);
        }
    }
    if finished {
        outcomes.insert(Outcome {
            registers: state.registers.concat(),
            finals: state.memory,
        });
    }
}

/// Returns the state after `thread`'s next operation, or `None` at its end.
fn step(program: &Program, state: &State, thread: usize) -> Option<State> {
    let op = program.threads[thread].get(state.next[thread])?;
    let mut after = state.clone();
    after.next[thread] += 1;
    if let Some(var) = op.var() {
        let found = state.memory[var];
        if op.reads() {
            after.registers[thread].push(found);
        }
        if let Some(written) = op.writes(found) {
            after.memory[var] = written;
        }
    }
    Some(after)
}
