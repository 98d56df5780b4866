//! Where an execution can go from where it is, and what is sure to come.

use super::moves::{Move, Taken, WriteOrder, moves};
use super::numbers::UNKNOWN;
use super::progress::Progress;
use super::variable::Variable;
use crate::timeline::execution::Execution;

/// Holds the steps of an execution, by lane, and the variables they read and write.
pub struct Steps {
    lanes: Vec<Vec<Move>>,
    variables: Vec<Variable>,
}

impl Steps {
    pub fn of(execution: &Execution, movable: &[usize], writes: WriteOrder) -> Self {
        let (lanes, initial) = moves(execution, movable, writes);
        let mut variables: Vec<_> = initial.into_iter().map(Variable::new).collect();
        for (lane, moves) in lanes.iter().enumerate() {
            for (step, steps) in moves.iter().zip(1..) {
                if let Some(object) = step.object {
                    variables[object].add(step, Taken { lane, steps });
                }
            }
        }
        Self { lanes, variables }
    }

    pub fn start(&self) -> Progress {
        Progress {
            taken: vec![0; self.lanes.len()],
            newest: self
                .variables
                .iter()
                .map(|variable| variable.initial)
                .collect(),
            running: None,
        }
    }

    pub fn lanes(&self) -> impl Iterator<Item = usize> {
        0..self.lanes.len()
    }

    /// Lists the lanes that have steps left.
    pub fn unfinished(&self, progress: &Progress) -> impl Iterator<Item = usize> {
        let has_steps = |&lane: &usize| progress.taken[lane] < self.lanes[lane].len();
        self.lanes().filter(has_steps)
    }

    /// Lists the steps that a lane takes between two points, by their index in the execution.
    pub fn between(
        &self,
        from: &Progress,
        to: &Progress,
        lane: usize,
    ) -> impl Iterator<Item = usize> {
        let moves = &self.lanes[lane][from.taken[lane]..to.taken[lane]];
        moves.iter().map(|step| step.index)
    }

    /// Counts the switches that are sure to come: one to each other lane that has steps left.
    pub fn switches_left(&self, progress: &Progress) -> usize {
        let others = |&lane: &usize| progress.running != Some(lane);
        self.unfinished(progress).filter(others).count()
    }

    /// Counts the stale reads that are sure to come; `None` if they must not, and this way leads nowhere.
    pub fn stale_left(&self, progress: &Progress) -> Option<usize> {
        let variables = self.variables.iter().zip(&progress.newest);
        variables
            .map(|(variable, &newest)| variable.stale_left(newest, progress))
            .sum()
    }

    /// Takes the next step of a lane; returns whether it read a stale value, or `None` if it may not come here.
    pub fn take(&self, progress: &mut Progress, lane: usize) -> Option<bool> {
        let next = self.lanes[lane].get(progress.taken[lane])?;
        let is_due = next.needs.iter().all(|&needed| progress.has(needed));
        let is_stale = self.reads_stale(progress, next).filter(|_| is_due)?;
        progress.taken[lane] += 1;
        progress.running = Some(lane);
        if let Some(object) = next.object {
            if let Some(value) = next.writes {
                progress.newest[object] = value;
            }
            if self.variables[object].is_forgotten(progress) {
                progress.newest[object] = UNKNOWN;
            }
        }
        Some(is_stale)
    }

    /// Returns whether a step would read a stale value, or `None` if it could not have read its value here.
    fn reads_stale(&self, progress: &Progress, next: &Move) -> Option<bool> {
        match (next.object, next.reads) {
            (Some(object), Some(value)) if progress.newest[object] != value => {
                let may_see = next.may_be_stale && self.variables[object].has_held(value, progress);
                may_see.then_some(true)
            }
            _ => Some(false),
        }
    }

    /// Lets the running lane go on as long as that can cost nothing later.
    pub fn run_on(&self, progress: &mut Progress) {
        while let Some(after) = self.harmless(progress) {
            *progress = after;
        }
    }

    /// Takes the running lane's next step if it reads nothing stale and changes nothing that is yet to be read.
    ///
    /// Whatever the best way on is, to move the step to its front disturbs no other step and adds no switch.
    fn harmless(&self, progress: &Progress) -> Option<Progress> {
        let lane = progress.running?;
        let mut after = progress.clone();
        let is_stale = self.take(&mut after, lane)?;
        let step = &self.lanes[lane][progress.taken[lane]];
        let written = step.object.filter(|_| step.writes.is_some());
        let is_yet_read =
            written.is_some_and(|object| !self.variables[object].is_forgotten(&after));
        (!is_stale && !is_yet_read).then_some(after)
    }
}
