//! Says what is remarkable about a step: a stale read, a wait, a failure.

use super::{Signs, is_data_race};
use crate::timeline::arrange::{Row, Timeline};
use crate::timeline::step::{Effect, State};

pub fn of(timeline: &Timeline, row: &Row, signs: Signs) -> Option<String> {
    let lanes = timeline.lanes();
    match (row.step.state, row.stale) {
        (State::Done, None) => None,
        (State::Done, Some((newest, by))) => {
            Some(format!("stale: newest is {newest}, by {}", lanes[by]))
        }
        (State::Raised, _) if is_data_race(timeline) => Some(format!("{} data race", signs.cross)),
        (State::Raised, _) => Some(format!("{} fails", signs.cross)),
        (State::Waiting, _) => Some(reason(lanes, row)),
    }
}

/// Says what a waiting step waits for.
fn reason(lanes: &[String], row: &Row) -> String {
    match (row.step.effect, row.step.operation) {
        (Effect::Acquire, _) if !row.holders.is_empty() => {
            format!("waits: held by {}", holders(lanes, row))
        }
        (Effect::Join(_), _) => "waits for its end".to_owned(),
        (Effect::Park, _) => "parked: nobody unparks it".to_owned(),
        (_, "woken") => "asleep: nobody notifies it".to_owned(),
        (_, "leave") => "waits for the others".to_owned(),
        _ => "waits".to_owned(),
    }
}

fn holders(lanes: &[String], row: &Row) -> String {
    let name = |&lane: &usize| {
        if lane == row.step.lane {
            "itself"
        } else {
            &lanes[lane]
        }
    };
    let names: Vec<&str> = row.holders.iter().map(name).collect();
    match &names[..] {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        names => names.concat(),
    }
}
