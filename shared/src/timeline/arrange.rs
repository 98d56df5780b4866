//! Re-orders the steps of an execution so that a person can follow them, and says what the order explains.
//!
//! A checker's first counterexample is often "A runs whole, then B reads a value that is no longer there",
//! although a plain interleaving of the same steps explains it.
//! So the steps are put into the order with the fewest stale reads, then the fewest context switches,
//! among all orders that keep each thread's own order, every value read, and the order on locks and cells.

use super::execution::{Effect, Execution, Failure, State, Step, Value};
use search::{Search, WriteOrder};
use std::fmt;

mod search;

/// Holds an execution in its most readable order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    lanes: Vec<String>,
    objects: Vec<String>,
    rows: Vec<Row>,
    failure: Option<Failure>,
    verdict: Verdict,
}

/// Holds one step and what the steps above it tell about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The step.
    pub step: Step,
    /// The newest value and the lane that wrote it, where the step read an older one.
    pub stale: Option<(Value, usize)>,
    /// The lanes that hold the object this step waits for.
    pub holders: Vec<usize>,
}

/// Says what it takes to explain an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Taking turns is enough: every read sees the newest value.
    Interleaving,
    /// In every order of these steps some read sees a value that has already been overwritten.
    ///
    /// The order of steps on locks and cells is kept as recorded while searching.
    WeakMemory,
    /// There were too many orders to try; the steps stand as recorded.
    Unsettled,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Interleaving => "explained by interleaving alone",
            Self::WeakMemory => "needs weak memory: no interleaving of these steps explains it",
            Self::Unsettled => "too long to re-order: the steps stand as recorded",
        })
    }
}

impl Timeline {
    /// Arranges an execution.
    ///
    /// Tries at most 100,000 partial orders (a few milliseconds for a lesson's counterexample),
    /// then leaves the steps as they are.
    #[must_use]
    pub fn of(execution: &Execution) -> Self {
        let (order, verdict) = arrange(execution);
        Self {
            lanes: execution.lanes.clone(),
            objects: execution.objects.clone(),
            rows: rows(execution, &order),
            failure: execution.failure.clone(),
            verdict,
        }
    }

    /// Returns the threads' names.
    #[must_use]
    pub fn lanes(&self) -> &[String] {
        &self.lanes
    }

    /// Returns the names of the objects that the steps refer to.
    #[must_use]
    pub fn objects(&self) -> &[String] {
        &self.objects
    }

    /// Returns the steps from first to last.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns how the execution ended, where it ended badly.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// Returns what it takes to explain the execution.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }
}

/// Finds the order, first among pure interleavings, then with as few stale reads as can be.
fn arrange(execution: &Execution) -> (Vec<usize>, Verdict) {
    let (movable, fixed): (Vec<_>, Vec<_>) =
        (0..execution.steps.len()).partition(|&step| execution.steps[step].state == State::Done);
    let tries = [
        (WriteOrder::Any, Verdict::Interleaving),
        (WriteOrder::AsRecorded, Verdict::WeakMemory),
    ];
    for (writes, verdict) in tries {
        match Search::new(execution, &movable, writes).run() {
            search::Found::Order(order) => return ([order, fixed].concat(), verdict),
            search::Found::None => {}
            search::Found::GaveUp => break,
        }
    }
    (([movable, fixed]).concat(), Verdict::Unsettled)
}

/// Walks the steps in their new order and notes what each could have seen.
fn rows(execution: &Execution, order: &[usize]) -> Vec<Row> {
    let arranged = Execution {
        steps: order
            .iter()
            .map(|&step| execution.steps[step].clone())
            .collect(),
        ..execution.clone()
    };
    let mut newest: Vec<Option<(Value, usize)>> = vec![None; execution.objects.len()];
    let mut rows = Vec::with_capacity(order.len());
    for (index, step) in arranged.steps.iter().enumerate() {
        let mut row = Row {
            step: step.clone(),
            stale: None,
            holders: Vec::new(),
        };
        if let Some(object) = step.object {
            row.stale =
                newest[object].filter(|(value, _)| step.read().is_some_and(|read| read != *value));
            if let Some(value) = step.wrote() {
                newest[object] = Some((value, step.lane));
            }
            if step.state == State::Waiting && step.effect == Effect::Acquire {
                row.holders = arranged.holders(object, index);
            }
        }
        rows.push(row);
    }
    rows
}
