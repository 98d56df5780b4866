//! Judges all histories of one execution.
//!
//! The checker takes executions for one that differ only in the order of steps that do not concern one another.
//! They differ as histories: an operation may have returned before another began, or not.
//! So where an order of the operations explains a history, the steps are ordered against it:
//! two operations that it exchanges are made to precede one another as it does not allow,
//! until nothing is left that explains, or nothing that can be demanded.

use super::intervals::{Demands, Intervals, Span, Times};
use super::past::Past;
use crate::history::{History, Linearization, Misfit, Sequential, judge};
use std::collections::HashSet;

/// Looks for a history that fits no order, and leaves it in `history`.
///
/// # Errors
///
/// Returns the steps in an order that shows it, and what does not fit.
pub fn judge_all<S: Sequential>(
    history: &mut History<S>,
    spans: &[Span],
    past: &Past,
) -> Result<(), (Vec<usize>, Misfit<S::Reply>)> {
    let intervals = Intervals::of(spans, past);
    let mut open = vec![intervals.demands()];
    let mut seen: HashSet<Demands> = HashSet::new();
    while let Some(demands) = open.pop() {
        let Some(times) = intervals.times(&demands) else {
            continue;
        };
        set(history, &times);
        let Ok(explained) = judge(history) else {
            let order = past.ordered(&precedence(history, spans));
            let misfit = judge_in_order(history, spans, &order);
            return Err((order, misfit));
        };
        let more = against(&explained, &demands, &intervals);
        open.extend(more.filter(|demands| seen.insert(demands.clone())));
    }
    Ok(())
}

/// Gives the operations their times.
fn set<S: Sequential>(history: &mut History<S>, times: &[Times]) {
    for (operation, times) in history.operations.iter_mut().zip(times) {
        operation.begun = times.begun;
        if let Some(((at, _), time)) = operation.returned.as_mut().zip(times.returned) {
            *at = time;
        }
    }
}

/// Lists the demands, each time with one more that rules out this order.
fn against(
    Linearization { order }: &Linearization,
    demands: &Demands,
    intervals: &Intervals,
) -> impl Iterator<Item = Demands> {
    let pairs = order.iter().enumerate().flat_map(|(at, &late)| {
        let after = &order[at + 1..];
        after.iter().map(move |&early| (early, late))
    });
    pairs.filter_map(|(early, late)| intervals.and(demands, early, late))
}

/// Lists the last step of each operation with the first of each that begins when it has returned.
fn precedence<S: Sequential>(history: &History<S>, spans: &[Span]) -> Vec<(usize, usize)> {
    let operations = || history.operations.iter().zip(spans);
    let pairs = operations().flat_map(|(one, &(_, last))| {
        let later = operations().filter(|(other, _)| one.precedes(other));
        later.filter_map(move |(_, &(first, _))| Some((last?, first)))
    });
    pairs.collect()
}

/// Judges by the places of the steps in this order, in which at least the same operations precede one another.
fn judge_in_order<S: Sequential>(
    history: &mut History<S>,
    spans: &[Span],
    order: &[usize],
) -> Misfit<S::Reply> {
    let mut places = vec![0; order.len()];
    for (place, &step) in order.iter().enumerate() {
        places[step] = place;
    }
    let times = spans.iter().map(|&(first, last)| Times {
        begun: places[first],
        returned: last.map(|last| places[last]),
    });
    set(history, &times.collect::<Vec<_>>());
    judge(history).expect_err("whoever precedes more allows no more orders")
}
