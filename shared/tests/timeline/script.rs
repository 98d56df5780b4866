//! Executions written as text, a step a line: `A counter.load -> 0`.
//!
//! After the thread's name stands what it does, and perhaps to what:
//!
//! | written | done |
//! |---|---|
//! | `x.load -> 1`, `x.store <- 1` | a value is read, written |
//! | `x.swap 1 -> 2`, `x.compare_exchange x 3` | the newest value is replaced; found to be another |
//! | `m.lock`, `m.read holds`, `m.unlock` | a lock is taken, shared, let go |
//! | `spawn A`, `join A`, `unpark A`, `park` | a thread is started, has ended, gets and uses a permit |
//! | `cv.notify_one`, `fence` | anything else, to an object or not |
//!
//! An ordering may follow in parentheses, and `...` or `!` at the end says that the step waits or fails.
//! The step's line is its line in the script.

use shared::timeline::{Effect, Execution, Failure, Place, State, Step, Value};
use std::sync::atomic::Ordering;

/// Understands a script; the lanes are numbered by `lanes`, the objects as they appear.
pub fn execution(lanes: &[&str], script: &'static str, failure: Option<Failure>) -> Execution {
    let mut execution = Execution {
        lanes: lanes.iter().map(|&name| name.to_owned()).collect(),
        failure,
        ..Execution::default()
    };
    for (line, number) in script.trim().lines().zip(1..) {
        let step = step(&mut execution, line.trim());
        let place = Place::new("src/script.rs", number, 1);
        execution.steps.push(Step { place, ..step });
    }
    execution
}

fn step(execution: &mut Execution, line: &'static str) -> Step {
    let (lane, rest) = split_lane(execution, line);
    let ends = [("...", State::Waiting), ("!", State::Raised)];
    let end = ends
        .into_iter()
        .find_map(|(sign, state)| Some((rest.strip_suffix(sign)?, state)));
    let (rest, state) = end.unwrap_or((rest, State::Done));
    let (what, effect) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let (what, order) = order(what);
    let (object, operation) = match what.split_once('.') {
        Some((name, operation)) => (Some(object(execution, name)), operation),
        None => (None, what),
    };
    Step {
        object,
        order,
        state,
        ..Step::new(
            lane,
            operation,
            self::effect(execution, object, operation, effect),
            Place::unknown(),
        )
    }
}

/// Splits a line after the name of a lane, which may have spaces.
fn split_lane<'a>(execution: &Execution, line: &'a str) -> (usize, &'a str) {
    let mut lanes = execution.lanes.iter().enumerate();
    let found = lanes.find_map(|(lane, name)| {
        Some((lane, line.strip_prefix(name.as_str())?.strip_prefix(' ')?))
    });
    found.unwrap_or_else(|| panic!("no lane begins {line:?}"))
}

fn object(execution: &mut Execution, name: &str) -> usize {
    let known = execution.objects.iter().position(|other| other == name);
    known.unwrap_or_else(|| {
        execution.objects.push(name.to_owned());
        execution.objects.len() - 1
    })
}

fn order(what: &'static str) -> (&'static str, Option<Ordering>) {
    let Some((operation, order)) = what.split_once('(') else {
        return (what, None);
    };
    let order = match order {
        "Relaxed)" => Ordering::Relaxed,
        "Acquire)" => Ordering::Acquire,
        "Release)" => Ordering::Release,
        _ => panic!("unknown ordering in {what:?}"),
    };
    (operation, Some(order))
}

fn effect(execution: &Execution, object: Option<usize>, operation: &str, effect: &str) -> Effect {
    let named = || {
        execution
            .lanes
            .iter()
            .position(|name| name == effect)
            .expect("a lane's name")
    };
    match (operation, effect.split_once(' ')) {
        (_, Some(("->", read))) => Effect::Read(value(read)),
        (_, Some(("<-", wrote))) => Effect::Write(value(wrote)),
        (_, Some(("x", found))) => Effect::Refused(value(found)),
        ("spawn" | "start", _) => Effect::Spawn(named()),
        ("join", _) => Effect::Join(named()),
        ("unpark", _) => Effect::Unpark(named()),
        (_, Some((read, wrote))) => Effect::Update {
            read: value(read),
            wrote: value(wrote.trim_start_matches("-> ")),
        },
        ("park" | "unparked", _) => Effect::Park,
        ("lock", _) => Effect::Acquire,
        _ if effect == "holds" => Effect::Acquire,
        ("unlock", _) => Effect::Release,
        _ if object.is_some() => Effect::Touch,
        _ => Effect::Local,
    }
}

fn value(written: &str) -> Value {
    match written {
        "true" | "false" => Value::Bool(written == "true"),
        "null" => Value::Pointer(0),
        _ if written.starts_with("ptr") => Value::Pointer(written[3..].parse().expect("a number")),
        _ if written.starts_with('-') => Value::Signed(written.parse().expect("a number")),
        _ => Value::Unsigned(written.parse().expect("a number")),
    }
}
