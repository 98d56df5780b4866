//! The execution that failed, taken out of the checker as plain values.

use super::check::Mode;
use super::naming::name_objects;
use super::record::{Raised, Recorder, Taken, shown};
use crate::timeline::{Effect, Execution, Failure, FailureKind, State, Step, Timeline};
use std::any::Any;
use std::fmt;

mod document;
mod failure;
mod wording;

pub(crate) use wording::data_race;
use wording::wording;

/// Holds the first execution that a check found to fail.
///
/// Its `Display` is the timeline as text, 100 columns wide, without colour.
#[derive(Clone, PartialEq, Eq)]
pub struct Counterexample {
    execution: Box<Execution>,
    executions: u64,
    mode: Mode,
}

impl Counterexample {
    pub(super) fn new(recorded: Recorder, payload: Box<dyn Any + Send>) -> Self {
        let (executions, mode) = (recorded.executions, recorded.mode);
        let failure = failure::of(&recorded.trouble, payload);
        let mut execution = written_down(recorded, failure.kind);
        let message = wording(failure.kind, failure.message, &execution);
        execution.failure = Some(Failure { message, ..failure });
        Self {
            execution: Box::new(execution),
            executions,
            mode,
        }
    }

    /// Returns the execution as recorded, in the order in which its steps took effect.
    #[must_use]
    pub fn execution(&self) -> &Execution {
        &self.execution
    }

    /// Returns the execution in its most readable order.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        Timeline::of(&self.execution)
    }

    /// Returns how the execution failed.
    #[must_use]
    pub fn failure(&self) -> &Failure {
        self.execution
            .failure
            .as_ref()
            .expect("a counterexample always holds its failure")
    }

    /// Says in one line how much was explored before the failure was met.
    #[must_use]
    pub fn found(&self) -> String {
        match self.failure().kind {
            FailureKind::TooMany => {
                format!(
                    "given up after {} executions of this model ({})",
                    self.executions, self.mode
                )
            }
            FailureKind::TooManyThreads => {
                format!(
                    "given up in execution {} of this model ({})",
                    self.executions, self.mode
                )
            }
            _ => format!(
                "found in execution {} of this model ({})",
                self.executions, self.mode
            ),
        }
    }

    /// Returns how many executions were explored, the failing one included.
    #[must_use]
    pub fn executions(&self) -> u64 {
        self.executions
    }

    /// Returns what a load could see.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }
}

impl fmt::Display for Counterexample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timeline().fmt(f)?;
        writeln!(f, "{}", self.found())
    }
}

impl fmt::Debug for Counterexample {
    /// Shows the timeline, so that `check(…).unwrap()` fails readably.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Counterexample {}

/// Turns what was recorded into plain values: the steps taken, then those that wait.
fn written_down(recorded: Recorder, kind: FailureKind) -> Execution {
    let objects = name_objects(&recorded.objects);
    let mut steps: Vec<Step> = recorded
        .steps
        .iter()
        .map(|taken| step(taken, State::Done))
        .collect();
    let mut execution = Execution {
        lanes: recorded.lane_names(),
        objects,
        steps: steps.clone(),
        calls: recorded.shown_calls(),
        failure: None,
    };
    for (lane, begun) in recorded.begun.iter().enumerate() {
        let Some(what) = begun.clone() else { continue };
        let raised_here = recorded.trouble.raised.is_some_and(
            |Raised {
                 lane: raised,
                 by_operation,
             }| by_operation && raised == lane,
        );
        let pending = step(&Taken { lane, what }, State::Waiting);
        if kind == FailureKind::Deadlock || (!raised_here && is_blocked(&execution, &pending)) {
            steps.push(pending);
        } else if raised_here && kind != FailureKind::TooLong {
            steps.push(Step {
                state: State::Raised,
                ..pending
            });
        }
    }
    execution.steps = steps;
    execution
}

/// Returns whether an operation that was begun waits for a lock, rather than for its turn.
fn is_blocked(execution: &Execution, pending: &Step) -> bool {
    let Some(object) = pending.object.filter(|_| pending.effect == Effect::Acquire) else {
        return false;
    };
    !execution.holders(object, execution.steps.len()).is_empty()
}

fn step(taken: &Taken, state: State) -> Step {
    Step {
        lane: taken.lane,
        object: taken.what.object,
        operation: taken.what.operation,
        order: taken.what.order,
        effect: taken.what.intent,
        place: shown(taken.what.place),
        state,
    }
}
