//! What a failure says: in the course's words, where the checker said it in its own.

use crate::timeline::{Execution, FailureKind, State, Step};

/// Says in the course's words what the checker said in its own.
pub fn wording(kind: FailureKind, message: String, execution: &Execution) -> String {
    match kind {
        FailureKind::Panic if message.contains("Is the model fully deterministic?") => {
            "the closure did not do the same as in the executions before, whose course it was to follow: \
             it depends on something besides the schedule, such as a clock, randomness or a `static`"
                .to_owned()
        }
        FailureKind::Panic | FailureKind::TooManyThreads | FailureKind::Meaningless => message,
        FailureKind::Deadlock => "deadlock: no thread that is left can go on".to_owned(),
        FailureKind::DataRace => data_race(execution),
        FailureKind::TooLong => "one execution never ends: a loop waits without `hint::spin_loop` or `thread::yield_now`, \
             waits for something that nobody will do, or makes way for a thread that makes way for it (a livelock); \
             or it needs more `branches`"
            .to_owned(),
        FailureKind::TooMany => format!("{message}: use fewer threads or operations, bound the `preemptions`, or raise `executions`"),
    }
}

/// Names the two accesses of a data race: the one that raised it and the last one that conflicts with it.
pub fn data_race(execution: &Execution) -> String {
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
            "data race on `{}`: {} {}s{} what {} {}{}, and nothing orders the two",
            raised.object.map_or("memory", |object| &execution.objects[object]),
            execution.lanes[raised.lane],
            raised.operation,
            at(raised),
            execution.lanes[other.lane],
            if other.operation == "read" { "read" } else { "wrote" },
            at(other),
        ),
        _ => "data race: two threads reach the same memory, one of them to write, and nothing orders the two".to_owned(),
    }
}

/// Says where a step was made, if that is known.
fn at(step: &Step) -> String {
    match step.place.short() {
        place if place.is_empty() => place,
        place => format!(" at {place}"),
    }
}
