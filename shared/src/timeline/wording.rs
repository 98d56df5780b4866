//! Says in a few words what each step of a timeline did.

mod life;
mod note;
mod signs;

pub use life::{Life, lives};
pub use signs::Signs;

use super::arrange::{Row, Timeline, Verdict};
use super::failure::FailureKind;
use super::place::Place;
use super::step::{Effect, State, Step};

/// Holds what one row of a drawing says.
pub struct Entry {
    /// The number of the step; a step that waits has not come yet and has none, nor has a panic.
    pub number: Option<usize>,
    pub lane: usize,
    /// What was done, as `seats.load`.
    pub action: String,
    /// What came of it, as `→ 7`; often nothing.
    pub outcome: String,
    /// What is remarkable about it.
    pub note: Option<String>,
    /// `file.rs:12`, or nothing.
    pub source: String,
    pub mark: Mark,
    /// The lane whose thread it starts.
    pub starts: Option<usize>,
}

impl Entry {
    /// Returns the action and its outcome on one line.
    pub fn text(&self) -> String {
        let space = if self.outcome.is_empty() { "" } else { " " };
        format!("{}{space}{}", self.action, self.outcome)
    }

    /// Returns how many characters the text has, or the note if that is longer.
    pub fn width(&self) -> usize {
        let note = self.note.as_ref().map_or(0, |note| note.chars().count());
        self.text().chars().count().max(note)
    }

    /// Lists the words of the text and of the note.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.action, &self.outcome].into_iter().chain(&self.note);
        texts.flat_map(|text| text.split_whitespace())
    }
}

/// Says how a row stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    None,
    /// It read a value that had been overwritten.
    Stale,
    /// It has not taken effect.
    Waits,
    /// Here the execution failed.
    Fails,
}

/// Puts a timeline into words, a row a step, and a last row for a thread that panicked.
pub fn entries(timeline: &Timeline, signs: Signs) -> Vec<Entry> {
    let step = |(row, number): (&Row, usize)| Entry {
        number: Some(number).filter(|_| row.step.state != State::Waiting),
        lane: row.step.lane,
        action: action(timeline, &row.step),
        outcome: outcome(&row.step, signs),
        note: note::of(timeline, row, signs),
        source: row.step.place.short(),
        mark: mark(row),
        starts: match row.step.effect {
            Effect::Spawn(lane) => Some(lane),
            _ => None,
        },
    };
    let steps = timeline.rows().iter().zip(1..).map(step);
    steps.chain(panic(timeline, signs)).collect()
}

fn mark(row: &Row) -> Mark {
    match row.step.state {
        State::Raised => Mark::Fails,
        State::Waiting => Mark::Waits,
        State::Done if row.stale.is_some() => Mark::Stale,
        State::Done => Mark::None,
    }
}

/// A panic between two steps, as an assertion's, has a row of its own.
fn panic(timeline: &Timeline, signs: Signs) -> Option<Entry> {
    let is_panic = |kind: FailureKind| kind == FailureKind::Panic || !kind.is_of_an_order();
    let failure = timeline
        .failure()
        .filter(|failure| is_panic(failure.kind))?;
    let mut rows = timeline.rows().iter();
    let was_raised = rows.any(|row| row.step.state == State::Raised);
    Some(Entry {
        number: None,
        lane: failure.lane.filter(|_| !was_raised)?,
        action: format!("{} panics", signs.cross),
        outcome: String::new(),
        note: None,
        source: failure
            .place
            .as_ref()
            .map_or_else(String::new, Place::short),
        mark: Mark::Fails,
        starts: None,
    })
}

fn action(timeline: &Timeline, step: &Step) -> String {
    let object = step.object.map(|object| &timeline.objects()[object]);
    let order = step.order.filter(|_| shows_orders(timeline));
    let order = order.map_or_else(String::new, |order| format!("({order:?})"));
    let operation = step.operation;
    match (object, step.effect) {
        (Some(object), Effect::Write(_)) if operation == "new" => object.clone(),
        (Some(object), _) => format!("{object}.{operation}{order}"),
        (None, Effect::Spawn(lane) | Effect::Join(lane) | Effect::Unpark(lane)) => {
            format!("{operation} {}", timeline.lanes()[lane])
        }
        (None, _) => format!("{operation}{order}"),
    }
}

fn outcome(step: &Step, signs: Signs) -> String {
    let Signs {
        gives,
        takes,
        cross,
        ..
    } = signs;
    match step.effect {
        Effect::Read(value) | Effect::Sleep(value) => format!("{gives} {value}"),
        Effect::Write(value) if step.operation == "new" => format!("= {value}"),
        Effect::Write(value) => format!("{takes} {value}"),
        Effect::Update { read, wrote } => format!("{read} {gives} {wrote}"),
        Effect::Refused(value) => format!("{cross} found {value}"),
        // A lock that could be tried was taken, or else only touched.
        Effect::Touch if step.operation.starts_with("try_") => format!("{cross} busy"),
        _ => String::new(),
    }
}

/// Says what it takes to explain the timeline; nothing, if it fails in whatever order.
///
/// Of a data race the verdict on the values read says too little.
pub fn verdict(timeline: &Timeline) -> Option<String> {
    let failure = timeline.failure();
    if failure.is_some_and(|failure| !failure.kind.is_of_an_order()) {
        return None;
    }
    Some(match timeline.verdict() {
        Verdict::Interleaving if is_data_race(timeline) => {
            "no stale read is needed: nothing orders the two accesses".to_owned()
        }
        verdict => verdict.to_string(),
    })
}

/// Orderings are shown where they could matter: elsewhere they distract.
fn shows_orders(timeline: &Timeline) -> bool {
    timeline.verdict() != Verdict::Interleaving || is_data_race(timeline)
}

fn is_data_race(timeline: &Timeline) -> bool {
    let failure = timeline.failure();
    failure.is_some_and(|failure| failure.kind == FailureKind::DataRace)
}
