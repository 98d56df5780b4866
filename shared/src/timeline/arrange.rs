//! Re-orders the steps of an execution so that a person can follow them, and says what the order explains.
//!
//! A checker's first counterexample is often "A runs whole, then B reads a value that is no longer there",
//! although a plain interleaving of the same steps explains it.
//! So the steps are put into the order with the fewest stale reads, then the fewest context switches,
//! among all orders that keep each thread's own order, every value read, and the order on locks and cells,
//! and the order in which calls begin and return.

mod calls;
mod moves;
mod needs;
mod numbers;
mod progress;
mod row;
mod search;
mod steps;
mod variable;
mod verdict;

pub use row::Row;
pub use verdict::Verdict;

use super::call::Call;
use super::chart::Chart;
use super::execution::Execution;
use super::failure::Failure;
use super::step::State;
use moves::WriteOrder;
use search::Found;

/// Holds an execution in its most readable order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    lanes: Vec<String>,
    objects: Vec<String>,
    rows: Vec<Row>,
    calls: Vec<Call>,
    failure: Option<Failure>,
    verdict: Verdict,
}

impl Timeline {
    /// Arranges an execution: fewest stale reads, then fewest context switches.
    ///
    /// Among equals the running thread goes on, and where it cannot the lane furthest to the left goes first.
    /// Steps that wait, or that raised the failure, stand at the end.
    ///
    /// To find out whether any interleaving explains given reads is NP-complete
    /// (Gibbons and Korach, *Testing Shared Memories*, 1997), so the search is bounded:
    /// for 60 steps it gives up after 6,000 partial orders, where a lesson's counterexample takes some tens,
    /// and leaves the steps as recorded.
    #[must_use]
    pub fn of(execution: &Execution) -> Self {
        let (order, verdict) = arrange(execution);
        Self {
            lanes: execution.lanes.clone(),
            objects: execution.objects.clone(),
            rows: row::rows(execution, &order),
            calls: calls::numbered(execution, &order),
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

    /// Returns the calls that stand above the steps; their times are step numbers.
    #[must_use]
    pub fn chart(&self) -> Option<Chart> {
        (!self.calls.is_empty()).then(|| Chart {
            clock: "steps",
            lanes: self.lanes.clone(),
            calls: self.calls.clone(),
        })
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
    let (mut order, ends): (Vec<_>, Vec<_>) =
        (0..execution.steps.len()).partition(|&step| execution.steps[step].state == State::Done);
    let best = |writes| search::best_order(execution, &order, writes);
    let (found, verdict) = match best(WriteOrder::Any) {
        Found::GaveUp if is_interleaving(execution, &order) => {
            (Found::GaveUp, Verdict::Interleaving)
        }
        Found::GaveUp => (Found::GaveUp, Verdict::Unsettled),
        // The verdict holds even where no best order is found.
        Found::None => (best(WriteOrder::AsRecorded), Verdict::WeakMemory),
        found @ Found::Order(_) => (found, Verdict::Interleaving),
    };
    if let Found::Order(better) = found {
        order = better;
    }
    order.extend(ends);
    (order, verdict)
}

/// Returns whether every read sees the newest value in this order.
fn is_interleaving(execution: &Execution, order: &[usize]) -> bool {
    let rows = row::rows(execution, order);
    rows.iter().all(|row| row.stale.is_none())
}
