//! One variable's share of an execution: its modification order, and what each of its reads reads from.
//!
//! Any axiomatic model with coherence and atomic read-modify-writes demands that the accesses to a single variable
//! be explained by an interleaving of them alone (Alglave, Maranget and Tautschnig, "Herding cats", 2014: *SC per
//! location*). So the interleavings give all the candidates worth checking, and give the values along with them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::program::Value;
use super::event::{Event, Events};

/// What happens to one variable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct History {
    /// The modification order: the writes and what they write, the initial one first.
    pub writes: Vec<(usize, Value)>,
    /// For each read, the write it reads from and the value.
    pub reads: BTreeMap<usize, (usize, Value)>,
}

impl History {
    fn then(&self, id: usize, event: Event) -> History {
        let mut longer = self.clone();
        let newest @ (_, found) = self.writes[self.writes.len() - 1];
        if event.op.reads() {
            longer.reads.insert(id, newest);
        }
        if let Some(value) = event.op.writes(found) {
            longer.writes.push((id, value));
        }
        longer
    }
}

/// Returns the histories of `var` that an interleaving of its accesses explains.
pub fn coherent(events: &Events, var: usize) -> BTreeSet<History> {
    let mut lanes: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (id, event) in events.list.iter().enumerate().rev() {
        if event.op.var() == Some(var) {
            lanes.entry(event.thread).or_default().push(id);
        }
    }
    let initial = lanes.remove(&None).into_iter().flatten();
    let start = History {
        writes: initial.map(|id| (id, 0)).collect(),
        reads: BTreeMap::new(),
    };
    let mut lanes: Vec<_> = lanes.into_values().collect();
    let mut found = BTreeSet::new();
    interleave(&events.list, &mut lanes, start, &mut found);
    found
}

/// Extends `history` with what is left in the lanes, each a stack with its thread's next event on top.
fn interleave(
    events: &[Event],
    lanes: &mut [Vec<usize>],
    history: History,
    found: &mut BTreeSet<History>,
) {
    for lane in 0..lanes.len() {
        if let Some(id) = lanes[lane].pop() {
            interleave(events, lanes, history.then(id, events[id]), found);
            lanes[lane].push(id);
        }
    }
    if lanes.iter().all(Vec::is_empty) {
        found.insert(history);
    }
}
