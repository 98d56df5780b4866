//! An execution written down: lanes, objects, and the steps in the order in which they took effect.

use std::fmt;
use std::sync::atomic::Ordering;

/// Holds one run of a concurrent program, step by step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Execution {
    /// The threads' names; a step names its lane by index.
    pub lanes: Vec<String>,
    /// The names of the variables, locks and cells; a step names its object by index.
    pub objects: Vec<String>,
    /// What was done, in the order in which it took effect.
    /// Steps that are still [`State::Waiting`] stand at the end.
    pub steps: Vec<Step>,
    /// How the run ended, where it ended badly.
    pub failure: Option<Failure>,
}

impl Execution {
    /// Returns the lanes that hold `object` once the first `until` steps are done.
    #[must_use]
    pub fn holders(&self, object: usize, until: usize) -> Vec<usize> {
        let mut holders = Vec::new();
        for step in self.steps[..until]
            .iter()
            .filter(|step| step.object == Some(object))
        {
            match step.effect {
                Effect::Acquire if step.state == State::Done => holders.push(step.lane),
                Effect::Release => holders.retain(|&lane| lane != step.lane),
                _ => {}
            }
        }
        holders
    }
}

/// Tells one indivisible step of one thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which thread took it.
    pub lane: usize,
    /// What it was done to, if anything.
    pub object: Option<usize>,
    /// The operation as the source calls it: `load`, `lock`, `spawn`.
    pub operation: &'static str,
    /// The memory ordering as written, shown only where it matters.
    pub order: Option<Ordering>,
    /// What it did.
    pub effect: Effect,
    /// Where in the source it stands.
    pub place: Place,
    /// Whether it has taken effect.
    pub state: State,
}

impl Step {
    /// Creates a step that has taken effect.
    #[must_use]
    pub fn new(lane: usize, operation: &'static str, effect: Effect, place: Place) -> Self {
        Self {
            lane,
            object: None,
            operation,
            order: None,
            effect,
            place,
            state: State::Done,
        }
    }

    /// Names the object of the step.
    #[must_use]
    pub fn on(self, object: usize) -> Self {
        Self {
            object: Some(object),
            ..self
        }
    }

    /// Returns the value that the step read, if it read one.
    #[must_use]
    pub fn read(&self) -> Option<Value> {
        match self.effect {
            Effect::Read(value) | Effect::Update { read: value, .. } => Some(value),
            _ => None,
        }
    }

    /// Returns the value that the step wrote, if it wrote one.
    #[must_use]
    pub fn wrote(&self) -> Option<Value> {
        match self.effect {
            Effect::Write(value) | Effect::Update { wrote: value, .. } => Some(value),
            _ => None,
        }
    }
}

/// Says what a step did, as far as the order of steps depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read a variable; the value may be older than the newest one.
    Read(Value),
    /// Wrote a variable.
    Write(Value),
    /// Read the newest value of a variable and wrote another, in one step.
    Update {
        /// The value before.
        read: Value,
        /// The value after.
        wrote: Value,
    },
    /// Read the newest value of a variable and left it, as a refused compare-exchange does.
    Refused(Value),
    /// Took hold of a lock.
    Acquire,
    /// Let go of a lock.
    Release,
    /// Did something to an object whose order relative to other steps on it is fixed.
    Touch,
    /// Started the thread of this lane.
    Spawn(usize),
    /// Saw the thread of this lane end.
    Join(usize),
    /// Waited for a permit to go on, or used one up.
    Park,
    /// Gave the thread of this lane a permit to go on.
    Unpark(usize),
    /// Concerned nobody else.
    Local,
}

/// Says whether a step has taken effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has.
    Done,
    /// It was begun and cannot go on.
    Waiting,
    /// It raised the failure itself, as the second access of a data race does.
    Raised,
}

/// Holds a value as it stood in a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// A truth value.
    Bool(bool),
    /// An unsigned number of up to 64 bits.
    Unsigned(u64),
    /// A signed number of up to 64 bits.
    Signed(i64),
    /// A pointer: 0 is null, the others are numbered as they first appear.
    Pointer(usize),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Unsigned(value) => value.fmt(f),
            Self::Signed(value) => value.fmt(f),
            Self::Pointer(0) => f.write_str("null"),
            Self::Pointer(number) => write!(f, "ptr{number}"),
        }
    }
}

/// Names a place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The path as the compiler was given it; empty where no place is known.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Place {
    /// Names a place; `./` inside the path, which a file that is mounted twice has, is left out.
    #[must_use]
    pub fn new(file: &str, line: u32, column: u32) -> Self {
        Self {
            file: file.replace("/./", "/"),
            line,
            column,
        }
    }

    /// Stands for a step that has no source line.
    #[must_use]
    pub const fn unknown() -> Self {
        Self {
            file: String::new(),
            line: 0,
            column: 0,
        }
    }

    /// Returns `name.rs:12`, or nothing where the place is unknown.
    #[must_use]
    pub fn short(&self) -> String {
        match self.file.rsplit(['/', '\\']).next() {
            Some(name) if !name.is_empty() => format!("{name}:{}", self.line),
            _ => String::new(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Tells how an execution ended badly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind of failure it is.
    pub kind: FailureKind,
    /// The lane that failed, where one did.
    pub lane: Option<usize>,
    /// What was said, one or more lines.
    pub message: String,
    /// Where it was said.
    pub place: Option<Place>,
}

/// Tells the kinds of failure apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// A thread panicked: as a rule, an assertion did not hold.
    Panic,
    /// Every thread that has not ended waits.
    Deadlock,
    /// Two threads reached the same plain memory, one of them to write, with nothing that orders them.
    DataRace,
    /// One execution grew beyond the limit: as a rule, a loop that waits without yielding.
    TooLong,
    /// There were more executions than the limit allows.
    TooMany,
}
