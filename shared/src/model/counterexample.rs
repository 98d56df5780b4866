//! The execution that failed, taken out of the checker as plain values.

use super::check::{Mode, TOO_MANY};
use super::naming::name_objects;
use super::record::{self, Raised, Recorder, Source, Taken};
use crate::timeline::{Effect, Execution, Failure, FailureKind, Place, State, Step, Timeline};
use std::any::Any;
use std::fmt;

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
    pub(super) fn new(
        recorded: Recorder,
        payload: &(dyn Any + Send),
        place: Option<Place>,
    ) -> Self {
        let message = message_of(payload);
        let raised = recorded.raised;
        let kind = if message == TOO_MANY {
            FailureKind::TooMany
        } else {
            record::kind_of(&message, raised.is_some_and(|raised| raised.by_operation))
        };
        let (executions, mode) = (recorded.executions, recorded.mode);
        let mut execution = written_down(recorded, kind);
        let place = place.filter(|_| kind == FailureKind::Panic);
        let lane = raised
            .map(|raised| raised.lane)
            .filter(|_| kind != FailureKind::Deadlock);
        let message = wording(kind, message, &execution);
        execution.failure = Some(Failure {
            kind,
            lane,
            message,
            place,
        });
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
        format!(
            "found in execution {} of this model ({})",
            self.executions, self.mode
        )
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

fn message_of(payload: &(dyn Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a thread panicked with a value that is not text".to_owned())
}

/// Turns what was recorded into plain values: the steps taken, then those that wait.
fn written_down(recorded: Recorder, kind: FailureKind) -> Execution {
    let objects = name_objects(&recorded.objects);
    let mut steps: Vec<Step> = recorded
        .steps
        .iter()
        .map(|taken| step(taken, State::Done))
        .collect();
    let mut execution = Execution {
        lanes: lane_names(&recorded),
        objects,
        steps: steps.clone(),
        failure: None,
    };
    for (lane, begun) in recorded.begun.iter().enumerate() {
        let Some(what) = begun.clone() else { continue };
        let raised_here = recorded.raised.is_some_and(
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
        place: place(taken.what.place),
        state,
    }
}

fn place(source: Source) -> Place {
    Place::new(source.file(), source.line(), source.column())
}

/// Calls the first thread `main`, those without a name of their own A, B, C …
fn lane_names(recorded: &Recorder) -> Vec<String> {
    let letter = |lane: usize| char::from(b'A' + (lane as u8 - 1)).to_string();
    let name = |(lane, name): (usize, &Option<String>)| match (lane, name) {
        (record::MAIN, None) => "main".to_owned(),
        (lane, None) => letter(lane),
        (_, Some(name)) => name.clone(),
    };
    recorded.lanes.iter().enumerate().map(name).collect()
}

/// Says in the course's words what the checker said in its own.
fn wording(kind: FailureKind, message: String, execution: &Execution) -> String {
    match kind {
        FailureKind::Panic => message,
        FailureKind::Deadlock => "deadlock: no thread that is left can go on".to_owned(),
        FailureKind::DataRace => data_race(execution),
        FailureKind::TooLong => "one execution never ends: a loop waits without `hint::spin_loop` or `thread::yield_now`, \
             waits for something that nobody will do, or needs more `branches`"
            .to_owned(),
        FailureKind::TooMany => format!("{message}: use fewer threads or operations, bound the `preemptions`, or raise `executions`"),
    }
}

/// Names the two accesses of a data race: the one that raised it and the last one that conflicts with it.
fn data_race(execution: &Execution) -> String {
    let raised = execution
        .steps
        .iter()
        .find(|step| step.state == State::Raised);
    let conflicts = |raised: &Step, other: &&Step| {
        other.object == raised.object
            && other.lane != raised.lane
            && (other.operation != "read" || raised.operation != "read")
    };
    let other = raised.and_then(|raised| {
        execution
            .steps
            .iter()
            .rev()
            .find(|other| other.state == State::Done && conflicts(raised, other))
    });
    match (raised, other) {
        (Some(raised), Some(other)) => format!(
            "data race on `{}`: {} {}s at {} what {} {} at {}, and nothing orders the two",
            raised.object.map_or("memory", |object| &execution.objects[object]),
            execution.lanes[raised.lane],
            raised.operation,
            raised.place.short(),
            execution.lanes[other.lane],
            if other.operation == "read" { "read" } else { "wrote" },
            other.place.short(),
        ),
        _ => "data race: two threads reach the same memory, one of them to write, and nothing orders the two".to_owned(),
    }
}
