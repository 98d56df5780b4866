//! The best order found the slow way: every order of a small execution, judged by the definitions.
//!
//! Steps are named by their index in the recorded order.

use shared::timeline::{Effect, Execution, State, Step, Verdict};

/// What one order costs; of two orders the lesser is the better.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    pub stale: usize,
    pub switches: usize,
    /// For each step, whether the running lane goes on (before everything else), or which lane takes over.
    turns: Vec<Option<usize>>,
}

/// Finds the verdict and the best order.
pub fn best(execution: &Execution) -> (Verdict, Vec<usize>) {
    let mut orders = Orders {
        execution,
        keeps_writes: false,
        best: None,
    };
    orders.extend(&mut Vec::new());
    match orders.best.take() {
        Some((cost, order)) if cost.stale == 0 => (Verdict::Interleaving, order),
        _ => {
            orders.keeps_writes = true;
            orders.extend(&mut Vec::new());
            (
                Verdict::WeakMemory,
                orders.best.expect("the recorded order is one").1,
            )
        }
    }
}

struct Orders<'a> {
    execution: &'a Execution,
    /// Whether writes to one variable keep their recorded order.
    keeps_writes: bool,
    best: Option<(Cost, Vec<usize>)>,
}

impl Orders<'_> {
    /// Tries every order that begins with `prefix`.
    fn extend(&mut self, prefix: &mut Vec<usize>) {
        let done = |&step: &usize| self.execution.steps[step].state == State::Done;
        if prefix.len() == (0..self.execution.steps.len()).filter(done).count() {
            let found = (cost(self.execution, prefix), prefix.clone());
            if self.best.as_ref().is_none_or(|best| found < *best) {
                self.best = Some(found);
            }
        }
        for lane in 0..self.execution.lanes.len() {
            let Some(next) = next_of(self.execution, prefix, lane) else {
                continue;
            };
            if may_follow(self.execution, prefix, next, self.keeps_writes) {
                prefix.push(next);
                self.extend(prefix);
                prefix.pop();
            }
        }
    }
}

pub fn next_of(execution: &Execution, prefix: &[usize], lane: usize) -> Option<usize> {
    let steps = &execution.steps;
    (0..steps.len()).find(|&step| {
        steps[step].lane == lane && steps[step].state == State::Done && !prefix.contains(&step)
    })
}

/// Returns whether a step may come directly after a prefix of an order.
///
/// Without `keeps_writes` no read may be stale; with it, plain loads may see any value that was written before.
pub fn may_follow(
    execution: &Execution,
    prefix: &[usize],
    next: usize,
    keeps_writes: bool,
) -> bool {
    let step = &execution.steps[next];
    let comes_late = |other: usize| !prefix.contains(&other);
    let is_fixed =
        |other: &Step| stands_fixed(step, other) || (keeps_writes && both_write(step, other));
    let mut earlier = (0..next).filter(|&other| is_fixed(&execution.steps[other]));
    let mut required =
        (0..execution.steps.len()).filter(|&other| is_required(&execution.steps[other], step));
    if earlier.any(comes_late) || required.any(|other| other != next && comes_late(other)) {
        return false;
    }
    match (sees(execution, prefix, step), step.effect) {
        (Sees::Newest, _) => true,
        (Sees::Older, Effect::Read(_)) => keeps_writes,
        _ => false,
    }
}

/// Returns whether two steps keep their recorded order, whatever their lanes.
fn stands_fixed(one: &Step, other: &Step) -> bool {
    let lock_or_cell = |step: &Step| {
        let is_fixed = matches!(
            step.effect,
            Effect::Acquire | Effect::Release | Effect::Touch
        );
        step.object.filter(|_| is_fixed)
    };
    let permit_of = |step: &Step| match step.effect {
        Effect::Park => Some(step.lane),
        Effect::Unpark(lane) => Some(lane),
        _ => None,
    };
    (lock_or_cell(one).is_some() && lock_or_cell(one) == lock_or_cell(other))
        || (permit_of(one).is_some() && permit_of(one) == permit_of(other))
}

fn both_write(one: &Step, other: &Step) -> bool {
    one.wrote().is_some() && other.wrote().is_some() && one.object == other.object
}

/// Returns whether `before` must come before `step`, wherever it was recorded.
fn is_required(before: &Step, step: &Step) -> bool {
    let creates = before.operation == "new" && before.object == step.object;
    let starts = before.effect == Effect::Spawn(step.lane);
    let ends = step.effect == Effect::Join(before.lane) && before.state == State::Done;
    creates || starts || ends
}

enum Sees {
    Newest,
    Older,
    Nothing,
}

/// Says which of the values written in `prefix` a step sees, if it reads.
fn sees(execution: &Execution, prefix: &[usize], step: &Step) -> Sees {
    let Some(value) = step.read() else {
        return Sees::Newest;
    };
    let written = prefix.iter().map(|&other| &execution.steps[other]);
    let mut values = written
        .filter(|other| other.object == step.object)
        .filter_map(Step::wrote)
        .rev();
    if values.next() == Some(value) {
        Sees::Newest
    } else if values.any(|older| older == value) {
        Sees::Older
    } else {
        Sees::Nothing
    }
}

/// Counts what an order costs.
pub fn cost(execution: &Execution, order: &[usize]) -> Cost {
    let lane = |step: usize| execution.steps[step].lane;
    let is_stale = |&at: &usize| {
        matches!(
            sees(execution, &order[..at], &execution.steps[order[at]]),
            Sees::Older
        )
    };
    let took_over = |at: usize| at == 0 || lane(order[at]) != lane(order[at - 1]);
    let turns: Vec<_> = (0..order.len())
        .map(|at| took_over(at).then_some(lane(order[at])))
        .collect();
    Cost {
        stale: (0..order.len()).filter(is_stale).count(),
        switches: turns.iter().flatten().count(),
        turns,
    }
}
