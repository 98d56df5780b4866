//! Says in a few words what each step of a timeline did.

use super::arrange::{Row, Timeline, Verdict};
use super::execution::{Effect, FailureKind, State};

/// Holds what one row of a drawing says.
pub struct Entry {
    /// The number of the step; the row that shows the failure has none.
    pub number: Option<usize>,
    pub lane: usize,
    /// What was done.
    pub text: String,
    /// What is remarkable about it.
    pub note: Option<String>,
    /// `file.rs:12`, or nothing.
    pub source: String,
}

/// Holds the signs that have a plain form where Unicode cannot be shown.
#[derive(Clone, Copy)]
pub struct Signs {
    pub gives: &'static str,
    pub takes: &'static str,
    pub cross: &'static str,
    pub bar: &'static str,
    pub rule: &'static str,
    pub crossing: &'static str,
}

impl Signs {
    pub const UNICODE: Self = Self {
        gives: "→",
        takes: "←",
        cross: "✗",
        bar: "│",
        rule: "─",
        crossing: "┼",
    };
    pub const ASCII: Self = Self {
        gives: "->",
        takes: "<-",
        cross: "x",
        bar: "|",
        rule: "-",
        crossing: "+",
    };
}

/// Puts a timeline into words, a row a step, and a last row for a thread that panicked.
pub fn entries(timeline: &Timeline, signs: Signs) -> Vec<Entry> {
    let mut entries: Vec<Entry> = timeline
        .rows()
        .iter()
        .enumerate()
        .map(|(index, row)| Entry {
            number: Some(index + 1),
            lane: row.step.lane,
            text: action(timeline, row, signs),
            note: note(timeline, row, signs),
            source: row.step.place.short(),
        })
        .collect();
    entries.extend(failing_row(timeline, signs));
    entries
}

fn failing_row(timeline: &Timeline, signs: Signs) -> Option<Entry> {
    let failure = timeline
        .failure()
        .filter(|failure| failure.kind == FailureKind::Panic)?;
    let raised = timeline
        .rows()
        .iter()
        .any(|row| row.step.state == State::Raised);
    let lane = failure.lane.filter(|_| !raised)?;
    let source = failure
        .place
        .as_ref()
        .map_or_else(String::new, super::Place::short);
    Some(Entry {
        number: None,
        lane,
        text: format!("{} panics", signs.cross),
        note: None,
        source,
    })
}

fn action(timeline: &Timeline, row: &Row, signs: Signs) -> String {
    let Signs {
        gives,
        takes,
        cross,
        ..
    } = signs;
    let step = &row.step;
    let lane = |lane: usize| &timeline.lanes()[lane];
    let order = step
        .order
        .filter(|_| shows_orders(timeline))
        .map_or_else(String::new, |order| format!("({order:?})"));
    let name = match step.object {
        Some(object) => format!("{}.{}{order}", timeline.objects()[object], step.operation),
        None => format!("{}{order}", step.operation),
    };
    match step.effect {
        Effect::Write(value) if step.operation == "new" => {
            format!(
                "{} = {value}",
                step.object.map_or("", |object| &timeline.objects()[object])
            )
        }
        Effect::Read(value) => format!("{name} {gives} {value}"),
        Effect::Write(value) => format!("{name} {takes} {value}"),
        Effect::Update { read, wrote } => format!("{name} {read} {gives} {wrote}"),
        Effect::Refused(value) => format!("{name} {cross} found {value}"),
        Effect::Touch if step.operation == "try_lock" => format!("{name} {cross} busy"),
        Effect::Spawn(child) | Effect::Join(child) | Effect::Unpark(child) => {
            format!("{name} {}", lane(child))
        }
        Effect::Acquire | Effect::Release | Effect::Touch | Effect::Park | Effect::Local => name,
    }
}

/// Orderings are shown where they could matter: elsewhere they distract.
fn shows_orders(timeline: &Timeline) -> bool {
    let is_race = timeline
        .failure()
        .is_some_and(|failure| failure.kind == FailureKind::DataRace);
    is_race || timeline.verdict() == Verdict::WeakMemory
}

fn note(timeline: &Timeline, row: &Row, signs: Signs) -> Option<String> {
    let lanes = timeline.lanes();
    if let Some((newest, writer)) = row.stale {
        return Some(format!("stale: newest is {newest}, by {}", lanes[writer]));
    }
    match row.step.state {
        State::Done => None,
        State::Raised if is_race(timeline) => Some(format!("{} data race", signs.cross)),
        State::Raised => Some(format!("{} fails", signs.cross)),
        State::Waiting => Some(reason(lanes, row)),
    }
}

fn is_race(timeline: &Timeline) -> bool {
    timeline
        .failure()
        .is_some_and(|failure| failure.kind == FailureKind::DataRace)
}

/// Says what a waiting step waits for.
fn reason(lanes: &[String], row: &Row) -> String {
    let holders: Vec<&str> = row
        .holders
        .iter()
        .map(|&holder| lanes[holder].as_str())
        .collect();
    match (row.step.effect, row.step.operation) {
        (Effect::Acquire, _) if holders.is_empty() => "waits".to_owned(),
        (Effect::Acquire, _) if row.holders == [row.step.lane] => {
            "waits: held by itself".to_owned()
        }
        (Effect::Acquire, _) => format!("waits: held by {}", holders.join(", ")),
        (Effect::Join(_), _) => "waits for its end".to_owned(),
        (Effect::Park, _) => "parked: nobody unparks it".to_owned(),
        (_, "woken") => "asleep: nobody notifies it".to_owned(),
        (_, "leave") => "waits for the others".to_owned(),
        _ => "waits".to_owned(),
    }
}
