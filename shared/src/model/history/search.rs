//! Judges all histories of one execution.
//!
//! The checker takes executions for one that differ only in the order of steps that do not concern one another.
//! They differ as histories: an operation may have returned before another began, or not.
//! So where an order of the operations explains a history, the steps are ordered against it:
//! two operations that it exchanges are made to precede one another as it does not allow,
//! until no order is left or none can be ruled out.

use super::intervals::{Demands, Intervals, Times};
use crate::history::{History, Linearization, Misfit, Sequential, judge};
use std::collections::HashSet;

/// Finds a history that fits no order, if there is one; the times in `history` are set to its times.
pub fn judge_all<S: Sequential>(
    history: &mut History<S>,
    intervals: &Intervals,
) -> Result<(), Misfit<S::Reply>> {
    let mut open = vec![intervals.demands()];
    let mut seen: HashSet<Demands> = HashSet::new();
    while let Some(demands) = open.pop() {
        let Some(times) = intervals.times(&demands) else {
            continue;
        };
        set(history, &times);
        let explained = judge(history)?;
        for demands in against(&explained, &demands, intervals) {
            if seen.insert(demands.clone()) {
                open.push(demands);
            }
        }
    }
    Ok(())
}

fn set<S: Sequential>(history: &mut History<S>, times: &[Times]) {
    for (operation, times) in history.operations.iter_mut().zip(times) {
        operation.begun = times.begun;
        let returned = operation.returned.as_mut().zip(times.returned);
        if let Some(((at, _), time)) = returned {
            *at = time;
        }
    }
}

/// Lists the demands, each with one more that rules this order out.
fn against(
    Linearization { order }: &Linearization,
    demands: &Demands,
    intervals: &Intervals,
) -> Vec<Demands> {
    let pairs = order
        .iter()
        .enumerate()
        .flat_map(|(at, &late)| order[at + 1..].iter().map(move |&early| (early, late)));
    pairs
        .filter_map(|(early, late)| intervals.and(demands, early, late))
        .collect()
}
