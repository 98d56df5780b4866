//! Searches the orders of an execution's steps for the one with the fewest stale reads, then the fewest switches.

use crate::timeline::execution::{Effect, Execution, Step};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

const MOST_STATES: usize = 100_000;
const NO_LANE: u8 = u8::MAX;
const NOT_WRITTEN: u16 = u16::MAX;

/// Says which orders of the writes to one variable may be tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WriteOrder {
    /// Any, as long as no read is stale.
    Any,
    /// The recorded one; stale reads are allowed and counted.
    AsRecorded,
}

/// Holds what a search ended with.
pub enum Found {
    /// The best order of the steps.
    Order(Vec<usize>),
    /// No order is allowed.
    None,
    /// The limit on states was reached.
    GaveUp,
}

/// Holds the steps and what must come before each of them.
pub struct Search<'a> {
    steps: &'a [Step],
    lanes: Vec<Vec<usize>>,
    needs: Vec<Vec<usize>>,
    objects: usize,
    writes: WriteOrder,
}

/// Tells how far each lane has come, who wrote each variable last, and who stepped last.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Progress {
    taken: Vec<u16>,
    newest: Vec<u16>,
    last: u8,
}

/// Holds the cheapest way found to each progress: its cost, and the progress and the step before.
type Best = HashMap<Progress, (Cost, Option<(Progress, usize)>)>;

/// Counts stale reads, then context switches; among equals, the lanes on the left go first.
type Cost = (u32, u32, u64);

impl<'a> Search<'a> {
    /// Prepares to order the steps named by `movable`.
    pub fn new(execution: &'a Execution, movable: &[usize], writes: WriteOrder) -> Self {
        let steps = &execution.steps[..];
        let mut lanes = vec![Vec::new(); execution.lanes.len()];
        for &step in movable {
            lanes[steps[step].lane].push(step);
        }
        let needs = needs(steps, &lanes, movable, writes);
        Self {
            steps,
            lanes,
            needs,
            objects: execution.objects.len(),
            writes,
        }
    }

    /// Runs Dijkstra's algorithm over partial orders, cheapest first.
    pub fn run(&self) -> Found {
        let start = Progress {
            taken: vec![0; self.lanes.len()],
            newest: vec![NOT_WRITTEN; self.objects],
            last: NO_LANE,
        };
        let mut best = Best::new();
        let mut queue = BinaryHeap::from([Reverse(((0, 0, 0), start.clone()))]);
        best.insert(start, ((0, 0, 0), None));
        while let Some(Reverse((cost, progress))) = queue.pop() {
            if cost > best[&progress].0 {
                continue;
            }
            if self.is_complete(&progress) {
                return Found::Order(path(&best, progress));
            }
            if best.len() > MOST_STATES {
                return Found::GaveUp;
            }
            for (step, stale) in self.next_steps(&progress) {
                let next = self.advance(&progress, step);
                let next_cost = self.cost_after(cost, &progress, step, stale);
                if best.get(&next).is_none_or(|(known, _)| next_cost < *known) {
                    best.insert(next.clone(), (next_cost, Some((progress.clone(), step))));
                    queue.push(Reverse((next_cost, next)));
                }
            }
        }
        Found::None
    }

    fn is_complete(&self, progress: &Progress) -> bool {
        self.lanes
            .iter()
            .zip(&progress.taken)
            .all(|(lane, &taken)| lane.len() == usize::from(taken))
    }

    fn is_taken(&self, progress: &Progress, step: usize) -> bool {
        let lane = self.steps[step].lane;
        self.lanes[lane][..usize::from(progress.taken[lane])].contains(&step)
    }

    /// Lists the steps that may come next, and whether each would read a stale value.
    fn next_steps(&self, progress: &Progress) -> Vec<(usize, bool)> {
        let heads = self
            .lanes
            .iter()
            .zip(&progress.taken)
            .filter_map(|(lane, &taken)| lane.get(usize::from(taken)));
        heads
            .filter(|&&step| {
                self.needs[step]
                    .iter()
                    .all(|&needed| self.is_taken(progress, needed))
            })
            .filter_map(|&step| Some((step, self.staleness(progress, step)?)))
            .collect()
    }

    /// Returns whether the step would read a stale value, or `None` if it could not have read its value here.
    fn staleness(&self, progress: &Progress, step: usize) -> Option<bool> {
        let (object, effect) = (self.steps[step].object, self.steps[step].effect);
        let (
            Some(object),
            Effect::Read(value) | Effect::Refused(value) | Effect::Update { read: value, .. },
        ) = (object, effect)
        else {
            return Some(false);
        };
        let newest = match progress.newest[object] {
            NOT_WRITTEN => return Some(false),
            writer => self.steps[usize::from(writer)].wrote(),
        };
        if newest == Some(value) {
            return Some(false);
        }
        let may_be_stale =
            self.writes == WriteOrder::AsRecorded && matches!(effect, Effect::Read(_));
        let was_written = || {
            let mut done = self
                .lanes
                .iter()
                .zip(&progress.taken)
                .flat_map(|(lane, &taken)| &lane[..usize::from(taken)]);
            done.any(|&other| {
                self.steps[other].object == Some(object) && self.steps[other].wrote() == Some(value)
            })
        };
        (may_be_stale && was_written()).then_some(true)
    }

    fn cost_after(&self, cost: Cost, progress: &Progress, step: usize, stale: bool) -> Cost {
        let lane = self.steps[step].lane;
        let switched = usize::from(progress.last) != lane;
        let left: usize = self
            .lanes
            .iter()
            .zip(&progress.taken)
            .map(|(lane, &taken)| lane.len() - usize::from(taken))
            .sum();
        (
            cost.0 + u32::from(stale),
            cost.1 + u32::from(switched),
            cost.2 + (lane * left * left) as u64,
        )
    }

    fn advance(&self, progress: &Progress, step: usize) -> Progress {
        let mut next = progress.clone();
        let lane = self.steps[step].lane;
        next.taken[lane] += 1;
        if let (Some(object), Some(_)) = (self.steps[step].object, self.steps[step].wrote()) {
            next.newest[object] = step as u16;
        }
        next.last = lane as u8;
        next
    }
}

/// Lists, for every step, the steps of other lanes that must come before it.
fn needs(
    steps: &[Step],
    lanes: &[Vec<usize>],
    movable: &[usize],
    writes: WriteOrder,
) -> Vec<Vec<usize>> {
    let mut needs = vec![Vec::new(); steps.len()];
    let mut previous: HashMap<usize, usize> = HashMap::new();
    let mut created: HashMap<usize, usize> = HashMap::new();
    for &index in movable {
        let step = &steps[index];
        if let Some(object) = step.object {
            needs[index].extend(created.get(&object));
            if step.operation == "new" {
                created.insert(object, index);
            }
        }
        if let Some(object) = ordered_on(step, writes) {
            needs[index].extend(previous.insert(object, index));
        }
        match step.effect {
            Effect::Spawn(child) => {
                if let Some(&first) = lanes[child].first() {
                    needs[first].push(index);
                }
            }
            Effect::Join(child) => needs[index].extend(lanes[child].last()),
            _ => {}
        }
    }
    needs
}

/// Returns the object on which a step keeps its recorded place; a thread's permit counts as an object.
fn ordered_on(step: &Step, writes: WriteOrder) -> Option<usize> {
    match step.effect {
        Effect::Acquire | Effect::Release | Effect::Touch => step.object,
        Effect::Write(_) | Effect::Update { .. } if writes == WriteOrder::AsRecorded => step.object,
        Effect::Park => Some(usize::MAX - step.lane),
        Effect::Unpark(lane) => Some(usize::MAX - lane),
        _ => None,
    }
}

/// Reads the order off the links that the search left behind.
fn path(best: &Best, end: Progress) -> Vec<usize> {
    let mut order = Vec::new();
    let mut at = &end;
    while let Some((before, step)) = &best[at].1 {
        order.push(*step);
        at = before;
    }
    order.reverse();
    order
}
