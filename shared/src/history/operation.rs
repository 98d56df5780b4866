//! What was called, from when to when, and what came back.

use super::{Misfit, Sequential};
use crate::timeline::{Call, Chart};

/// Holds all that several threads asked of one object.
#[derive(Clone, Debug)]
pub struct History<S: Sequential> {
    /// The threads' names; an operation names its thread by index.
    pub threads: Vec<String>,
    /// The object before the first call.
    pub initial: S,
    /// The operations, in any order.
    pub operations: Vec<Operation<S::Call, S::Reply>>,
}

impl<S: Sequential> History<S> {
    /// Returns the state after an operation that takes effect in this one, if it then gets the reply that it got.
    pub(crate) fn after(&self, operation: usize, state: &S) -> Option<S> {
        let mut state = state.clone();
        let operation = &self.operations[operation];
        let fits = match &operation.returned {
            Some((_, reply)) => state.admits(&operation.call, reply),
            None => {
                state.apply(&operation.call);
                true
            }
        };
        fits.then_some(state)
    }

    /// Returns the history as a picture, in which the misfit stands out if there is one.
    #[must_use]
    pub fn chart(&self, misfit: Option<&Misfit<S::Reply>>) -> Chart {
        let misfit = misfit.map(|misfit| misfit.operation);
        let call = |(index, operation): (usize, &Operation<S::Call, S::Reply>)| Call {
            lane: operation.thread,
            call: format!("{:?}", operation.call),
            reply: operation
                .returned
                .as_ref()
                .map(|(_, reply)| format!("{reply:?}")),
            begun: operation.begun,
            returned: operation.returned.as_ref().map(|&(at, _)| at),
            is_misfit: misfit == Some(index),
        };
        Chart {
            clock: "time",
            lanes: self.threads.clone(),
            calls: self.operations.iter().enumerate().map(call).collect(),
        }
    }
}

/// Holds one call on the object, with its interval on a clock that all threads share.
///
/// An operation precedes another if it returned at an earlier time than the other began.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation<C, R> {
    /// Which thread called.
    pub thread: usize,
    /// What it asked.
    pub call: C,
    /// When.
    pub begun: usize,
    /// When it got which reply; `None` if it is pending, and may have taken effect or not.
    pub returned: Option<(usize, R)>,
}

impl<C, R> Operation<C, R> {
    /// Returns whether the operation had returned when `other` began.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::history::Operation;
    ///
    /// let early = Operation { thread: 0, call: "push", begun: 1, returned: Some((2, "ok")) };
    /// let late = Operation { thread: 1, call: "pop", begun: 3, returned: None };
    /// assert!(early.precedes(&late) && !late.precedes(&early));
    /// ```
    #[must_use]
    pub fn precedes(&self, other: &Self) -> bool {
        self.returned
            .as_ref()
            .is_some_and(|&(ended, _)| ended < other.begun)
    }
}
