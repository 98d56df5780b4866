//! What was called, from when to when, and what came back.

use super::Sequential;

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
