//! Runs a litmus program in the model, and collects its outcomes over all executions.

use std::collections::BTreeSet;
use std::sync::Arc;

use shared::model::sync::atomic::{AtomicUsize, Ordering::Relaxed, fence};
use shared::model::{Mode, check, outcomes, thread};
use shared::timeline::FailureKind;

use super::outcome::Outcome;
use super::program::{Op, Program, Value};

/// Returns every outcome that the model shows of `program`.
pub fn shown(program: &Program, mode: Mode) -> BTreeSet<Outcome> {
    let program = program.clone();
    let seen = outcomes(mode, move || execute(&program));
    seen.expect("a litmus program does not fail")
}

/// Returns whether the model shows one outcome of `program`, and looks no further once it does.
pub fn shows(program: &Program, mode: Mode, outcome: &Outcome) -> bool {
    let (program, outcome) = (program.clone(), outcome.clone());
    let unseen = check(mode, move || assert_ne!(execute(&program), outcome));
    unseen.is_err_and(|found| {
        assert_eq!(found.failure().kind, FailureKind::Panic, "{found}");
        true
    })
}

/// The first thread of the program is the model's `main`, since a model has few threads.
fn execute(program: &Program) -> Outcome {
    let memory: Arc<Vec<AtomicUsize>> = Arc::new(
        (0..program.variables())
            .map(|_| AtomicUsize::new(0))
            .collect(),
    );
    let (first, others) = program
        .threads
        .split_first()
        .expect("a program has threads");
    let start = |ops: &Vec<Op>| {
        let (ops, memory) = (ops.clone(), Arc::clone(&memory));
        thread::spawn(move || run(&ops, &memory))
    };
    let others: Vec<_> = others.iter().map(start).collect();
    let mut registers = run(first, &memory);
    for other in others {
        registers.extend(other.join().expect("a litmus program does not fail"));
    }
    Outcome {
        registers,
        finals: memory.iter().map(|var| var.load(Relaxed)).collect(),
    }
}

fn run(ops: &[Op], memory: &[AtomicUsize]) -> Vec<Value> {
    ops.iter().filter_map(|&op| step(op, memory)).collect()
}

fn step(op: Op, memory: &[AtomicUsize]) -> Option<Value> {
    match op {
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
            fence(order);
            None
        }
    }
}
