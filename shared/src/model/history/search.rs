//! Judges all histories of one execution.
//!
//! The checker takes executions for one that differ only in the order of steps that do not concern one another.
//! They differ as histories: an operation may have returned before another began, or not.
//! The more have returned the fewer orders are left, so an operation returns as soon as it may,
//! and only the order in which operations begin is varied.

use super::intervals::{Intervals, Set, Span, bit};
use super::monitor::{Explanations, Monitor};
use super::past::Past;
use crate::history::{History, Misfit, Sequential, judge};
use std::collections::{BTreeSet, HashSet};

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
    let Some(moments) = unexplained(history, &Intervals::of(spans, past)) else {
        return Ok(());
    };
    let order = past.ordered(&precedence(&moments, spans));
    set_times(history, spans, &order);
    let misfit =
        judge(history).expect_err("these operations precede one another as in what was found");
    Err((order, misfit))
}

/// Tells that an operation begins or returns.
#[derive(Clone, Copy)]
enum Moment {
    Begin(usize),
    Return(usize),
}

/// Holds a way for operations to begin and return.
#[derive(Clone)]
struct Way {
    moments: Vec<Moment>,
    begun: Set,
    returned: Set,
    explanations: Explanations,
}

/// Finds a way to begin and return that nothing explains, up to the return that nothing explains.
fn unexplained<S: Sequential>(history: &History<S>, intervals: &Intervals) -> Option<Vec<Moment>> {
    let mut monitor = Monitor::new(history);
    let mut seen = HashSet::new();
    let mut open = vec![Way {
        moments: Vec::new(),
        begun: 0,
        returned: 0,
        explanations: monitor.start(),
    }];
    while let Some(mut way) = open.pop() {
        while let Some(operation) = intervals.may_return(way.begun, way.returned) {
            let under_way = way.begun & !way.returned;
            way.explanations = monitor.after_return(operation, under_way, &way.explanations);
            way.returned |= bit(operation);
            way.moments.push(Moment::Return(operation));
        }
        if way.explanations.is_empty() {
            return Some(way.moments);
        }
        if seen.insert((way.begun, way.explanations.clone())) {
            let begins = intervals.may_begin(way.begun, way.returned);
            open.extend(begins.map(|operation| way.then(operation)));
        }
    }
    None
}

impl Way {
    fn then(&self, operation: usize) -> Self {
        let mut next = self.clone();
        next.begun |= bit(operation);
        next.moments.push(Moment::Begin(operation));
        next
    }
}

/// Lists the last step of each operation with the first of each that begins when it has returned.
fn precedence(moments: &[Moment], spans: &[Span]) -> Vec<(usize, usize)> {
    let mut ended = Vec::new();
    let mut pairs = Vec::new();
    let mut left: BTreeSet<usize> = (0..spans.len()).collect();
    for moment in moments {
        match *moment {
            Moment::Begin(late) => {
                left.remove(&late);
                pairs.extend(ended.iter().map(|&last| (last, spans[late].0)));
            }
            Moment::Return(early) => ended.extend(spans[early].1),
        }
    }
    // What has not begun by now begins afterwards.
    let later = left.into_iter().map(|late| spans[late].0);
    pairs.extend(later.flat_map(|first| ended.iter().map(move |&last| (last, first))));
    pairs
}

/// Gives the operations as times the places of their steps in this order.
fn set_times<S: Sequential>(history: &mut History<S>, spans: &[Span], order: &[usize]) {
    let mut places = vec![0; order.len()];
    for (place, &step) in order.iter().enumerate() {
        places[step] = place;
    }
    for (operation, &(first, last)) in history.operations.iter_mut().zip(spans) {
        operation.begun = places[first];
        if let Some(((ended, _), last)) = operation.returned.as_mut().zip(last) {
            *ended = places[last];
        }
    }
}
