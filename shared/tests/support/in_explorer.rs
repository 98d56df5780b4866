//! Runs a litmus program in the explorer, and collects its outcomes over all schedules.

use std::collections::BTreeSet;

use shared::explore::{self, Step};

use super::outcome::Outcome;
use super::program::{Op, Program, Value, name};

/// Returns every outcome that some schedule of `program` has; orderings do not matter there.
pub fn scheduled(program: &Program) -> BTreeSet<Outcome> {
    let variables = (0..program.variables()).map(|var| name(var).to_string());
    let mut written = explore::Program::new();
    for variable in variables.clone() {
        written = written.shared(&variable, 0);
    }
    let mut names = Vec::new();
    for (thread, ops) in ('A'..).zip(&program.threads) {
        let reading = ops.iter().filter(|op| op.reads()).count();
        names.extend((0..reading).map(|register| format!("{thread}.r{register}")));
        written = written.thread(steps(ops));
    }
    for register in &names {
        written = written.keep(register);
    }
    names.extend(variables);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let graph = written.explore().expect("a litmus program is small");
    let registers = names.len() - program.variables();
    let outcome = |outcome| match outcome {
        explore::Outcome::Finished(values) => split(&values, registers),
        explore::Outcome::Deadlock => unreachable!("a litmus program does not wait"),
    };
    graph.outcomes(&names).into_iter().map(outcome).collect()
}

fn split(values: &[explore::Value], registers: usize) -> Outcome {
    let values: Vec<Value> = values.iter().map(|&value| value as Value).collect();
    let (registers, finals) = values.split_at(registers);
    Outcome {
        registers: registers.to_vec(),
        finals: finals.to_vec(),
    }
}

/// A fence does nothing in an interleaving, so it takes no step.
fn steps(ops: &[Op]) -> Vec<Step> {
    let mut registers = (0..).map(|register| format!("r{register}"));
    let mut register = || registers.next().expect("there is always another number");
    let number = |value: Value| value as explore::Value;
    let var = |var: usize| name(var).to_string();
    let step = |&op: &Op| match op {
        Op::Load { var: from, .. } => Some(explore::load(&register(), &*var(from))),
        Op::Store { var: to, value, .. } => Some(explore::store(&*var(to), number(value))),
        Op::FetchAdd {
            var: of, operand, ..
        } => Some(explore::fetch_add(&register(), &*var(of), number(operand))),
        Op::CompareExchange {
            var: of,
            expected,
            new,
            ..
        } => Some(explore::compare_exchange(
            &register(),
            &*var(of),
            number(expected),
            number(new),
        )),
        Op::Fence { .. } => None,
    };
    ops.iter().filter_map(step).collect()
}
