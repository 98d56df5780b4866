//! A step in its place, with what the steps above it tell about it.

use crate::timeline::execution::Execution;
use crate::timeline::step::{Effect, State, Step};
use crate::timeline::value::Value;

/// Holds one step and what the steps above it tell about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The step.
    pub step: Step,
    /// The newest value and the lane that wrote it, where the step read an older one.
    pub stale: Option<(Value, usize)>,
    /// The lanes that hold the lock this step waits for.
    pub holders: Vec<usize>,
}

/// Walks the steps in their new order and notes what each could have seen.
pub fn rows(execution: &Execution, order: &[usize]) -> Vec<Row> {
    let mut newest = vec![None; execution.objects.len()];
    let row = |&index: &usize| {
        let step = execution.steps[index].clone();
        let stale = step.object.and_then(|object| {
            let before = newest[object];
            if let Some(value) = step.wrote() {
                newest[object] = Some((value, step.lane));
            }
            before.filter(|(value, _)| step.read().is_some_and(|read| read != *value))
        });
        let holders = holders(execution, &step);
        Row {
            step,
            stale,
            holders,
        }
    };
    order.iter().map(row).collect()
}

/// Returns who holds what a step waits for; no steps on a lock change places, and those that wait come last.
fn holders(execution: &Execution, step: &Step) -> Vec<usize> {
    match step.object {
        Some(lock) if step.state == State::Waiting && step.effect == Effect::Acquire => {
            execution.holders(lock, execution.steps.len())
        }
        _ => Vec::new(),
    }
}
