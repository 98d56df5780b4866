//! What the search needs to know of each step: what must come before it, what it must see, and what it leaves.

use super::calls;
use super::needs::Before;
use super::numbers::{Numbers, ValueId};
use crate::timeline::execution::Execution;
use crate::timeline::step::Effect;
use std::collections::HashMap;

/// Says which orders of the writes to one variable may be tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WriteOrder {
    /// Any, as long as no read is stale.
    Any,
    /// The recorded one; stale reads are allowed and counted.
    AsRecorded,
}

/// Tells one step as the search sees it.
pub struct Move {
    /// The step's index in the execution.
    pub index: usize,
    pub object: Option<usize>,
    pub reads: Option<ValueId>,
    pub writes: Option<ValueId>,
    /// Whether it may read an older value than the newest.
    pub may_be_stale: bool,
    pub needs: Vec<Taken>,
}

/// Tells that a lane has taken so many of its steps.
#[derive(Clone, Copy)]
pub struct Taken {
    pub lane: usize,
    pub steps: usize,
}

/// Lists each lane's steps, and the value that each variable holds before anybody writes it.
pub fn moves(
    execution: &Execution,
    movable: &[usize],
    writes: WriteOrder,
) -> (Vec<Vec<Move>>, Vec<ValueId>) {
    let mut lanes: Vec<Vec<Move>> = execution.lanes.iter().map(|_| Vec::new()).collect();
    let mut numbers = vec![Numbers::default(); execution.objects.len()];
    let mut before = Before::of(execution, movable);
    let mut taken = HashMap::new();
    for &index in movable {
        let step = &execution.steps[index];
        let lane = &mut lanes[step.lane];
        let here = Taken {
            lane: step.lane,
            steps: lane.len() + 1,
        };
        let mut needs = before.needs(step, here, writes);
        needs.extend(calls::moment_before(execution, index).map(|moment| taken[&moment]));
        taken.insert(index, here);
        let read = step.object.zip(step.read());
        let wrote = step.object.zip(step.wrote());
        lane.push(Move {
            index,
            object: step.object,
            reads: read.map(|(object, value)| numbers[object].read(value)),
            writes: wrote.map(|(object, value)| numbers[object].wrote(value)),
            may_be_stale: writes == WriteOrder::AsRecorded
                && matches!(step.effect, Effect::Read(_)),
            needs,
        });
    }
    let initial = numbers.iter().map(|numbers| numbers.initial);
    (lanes, initial.collect())
}
