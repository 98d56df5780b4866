//! How an execution ended badly.

use super::place::Place;

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
    /// There were more threads than a model can run.
    TooManyThreads,
    /// An operation was given a memory ordering that it cannot have, such as a store `Acquire`.
    Meaningless,
}

impl FailureKind {
    /// Returns whether the program is at fault, rather than the model too small for it.
    #[must_use]
    pub fn is_verdict(self) -> bool {
        !matches!(self, Self::TooMany | Self::TooManyThreads)
    }

    /// Returns whether the order of the steps has to do with it: what is beyond the model, or means nothing, fails in any.
    #[must_use]
    pub fn is_of_an_order(self) -> bool {
        self.is_verdict() && self != Self::Meaningless
    }
}
