//! Searches the orders of an execution's steps for the one with the fewest stale reads, then the fewest switches.
//!
//! The search is A* (Hart, Nilsson and Raphael, 1968) over how far each lane has come.

use super::moves::WriteOrder;
use super::progress::Progress;
use super::steps::Steps;
use crate::timeline::execution::Execution;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// How many partial orders are tried at most, times the steps in each.
///
/// Unoptimised, that takes about a tenth of a second.
const MOST_WORK: usize = 360_000;

/// Holds what a search ended with.
pub enum Found {
    /// The best order of the steps.
    Order(Vec<usize>),
    /// No order is allowed.
    None,
    /// A limit was reached.
    GaveUp,
}

/// Holds one way to begin; the order of its fields is the order in which candidates are tried.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// Stale reads, those to come that cannot be avoided included.
    stale: usize,
    /// Context switches, likewise.
    switches: usize,
    turns: Vec<Turn>,
    stale_so_far: usize,
    switches_so_far: usize,
    progress: Progress,
}

/// Says who goes next: 0 the running lane, n + 1 lane n.
///
/// So of two ways that cost the same the one in which the running lane goes on is tried first,
/// and then the one in which a lane further to the left takes over.
type Turn = u8;

/// Finds the best order of the steps named by `movable`.
pub fn best_order(execution: &Execution, movable: &[usize], writes: WriteOrder) -> Found {
    if execution.lanes.len() >= usize::from(Turn::MAX) {
        return Found::GaveUp;
    }
    let steps = Steps::of(execution, movable, writes);
    let mut tried = HashSet::new();
    let mut queue = BinaryHeap::new();
    queue.extend(Candidate::begin(&steps).map(Reverse));
    while let Some(Reverse(candidate)) = queue.pop() {
        if steps.unfinished(&candidate.progress).next().is_none() {
            return Found::Order(candidate.order(&steps));
        }
        if tried.len() * movable.len() > MOST_WORK {
            return Found::GaveUp;
        }
        if tried.insert(candidate.progress.clone()) {
            let next = steps
                .lanes()
                .filter_map(|lane| candidate.then(lane, &steps));
            queue.extend(next.map(Reverse));
        }
    }
    Found::None
}

impl Candidate {
    fn begin(steps: &Steps) -> Option<Self> {
        Self::judged(Vec::new(), 0, 0, steps.start(), steps)
    }

    /// Lets a lane take its next step and run on, if the step may come here and leads somewhere.
    fn then(&self, lane: usize, steps: &Steps) -> Option<Self> {
        let mut progress = self.progress.clone();
        let is_stale = steps.take(&mut progress, lane)?;
        steps.run_on(&mut progress);
        let is_switch = self.progress.running != Some(lane);
        let turn = if is_switch { lane + 1 } else { 0 };
        let turns = [&self.turns[..], &[Turn::try_from(turn).ok()?]].concat();
        let stale = self.stale_so_far + usize::from(is_stale);
        let switches = self.switches_so_far + usize::from(is_switch);
        Self::judged(turns, stale, switches, progress, steps)
    }

    /// Adds what is sure to come; both sums never sink on the way, which makes the first complete candidate the best.
    fn judged(
        turns: Vec<Turn>,
        stale_so_far: usize,
        switches_so_far: usize,
        progress: Progress,
        steps: &Steps,
    ) -> Option<Self> {
        Some(Self {
            stale: stale_so_far + steps.stale_left(&progress)?,
            switches: switches_so_far + steps.switches_left(&progress),
            turns,
            stale_so_far,
            switches_so_far,
            progress,
        })
    }

    /// Plays the turns again and lists the steps taken.
    fn order(&self, steps: &Steps) -> Vec<usize> {
        let mut progress = steps.start();
        let mut order = Vec::new();
        let mut lane = 0;
        for &turn in &self.turns {
            lane = usize::from(turn).checked_sub(1).unwrap_or(lane);
            let before = progress.clone();
            steps.take(&mut progress, lane);
            steps.run_on(&mut progress);
            order.extend(steps.between(&before, &progress, lane));
        }
        order
    }
}
