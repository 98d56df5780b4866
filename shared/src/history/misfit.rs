//! The reply that no order explains.

use super::{History, Sequential};
use std::fmt::Debug;

/// Tells why a history fits no order: every order of the operations before fails at this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit<R> {
    /// The operation, by index.
    pub operation: usize,
    /// One of the longest orders that explain every reply before this one's, by index.
    pub before: Vec<usize>,
    /// What the operation would reply where those orders end, each reply once.
    pub instead: Vec<R>,
}

impl<R: Debug> Misfit<R> {
    /// Says in words what fails, and after which order.
    ///
    /// # Panics
    ///
    /// Panics if the history is not the one that was judged.
    #[must_use]
    pub fn told<S: Sequential<Reply = R>>(&self, history: &History<S>) -> String {
        let operation = &history.operations[self.operation];
        let thread = &history.threads[operation.thread];
        let instead = self.instead.iter().map(|reply| format!("{reply:?}"));
        let instead = instead.collect::<Vec<_>>().join(" or ");
        let before = self.before.iter().map(|&index| worded(history, index));
        let before = before.collect::<Vec<_>>().join(", ");
        let reason = match before.as_str() {
            "" => format!("it could only have returned {instead}"),
            order => format!(
                "an order that explains all that returned before: {order}\n  \
                 after every such order {:?} returns {instead}",
                operation.call
            ),
        };
        format!(
            "not linearizable: no order of the calls explains {} by {thread}\n  {reason}",
            worded(history, self.operation)
        )
    }
}

/// Puts an operation into words, as `push(1) -> Ok`.
fn worded<S: Sequential>(history: &History<S>, index: usize) -> String {
    let operation = &history.operations[index];
    match &operation.returned {
        Some((_, reply)) => format!("{:?} -> {reply:?}", operation.call),
        None => format!("{:?}", operation.call),
    }
}
