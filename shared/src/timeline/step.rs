//! One step of one thread: what it did, to what, and where the source says so.

use super::place::Place;
use super::value::Value;
use std::sync::atomic::Ordering;

/// Tells one indivisible step of one thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which thread took it.
    pub lane: usize,
    /// What it was done to, if anything.
    pub object: Option<usize>,
    /// The operation as the source calls it: `load`, `lock`, `spawn`.
    /// An object's `new` comes before every other step on it.
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
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::timeline::{Effect, Place, Step, Value};
    /// use std::sync::atomic::Ordering;
    ///
    /// let (read, wrote) = (Value::Unsigned(1), Value::Unsigned(2));
    /// let place = Place::new(file!(), line!(), column!());
    /// let sale = Step {
    ///     order: Some(Ordering::Relaxed),
    ///     ..Step::new(0, "fetch_add", Effect::Update { read, wrote }, place).on(0)
    /// };
    /// assert_eq!((sale.read(), sale.wrote()), (Some(read), Some(wrote)));
    /// ```
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
            Effect::Read(value)
            | Effect::Refused(value)
            | Effect::Sleep(value)
            | Effect::Update { read: value, .. } => Some(value),
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
    /// Read the newest value of a variable and fell asleep until woken, in one step;
    /// its order relative to those who wake is fixed.
    Sleep(Value),
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
