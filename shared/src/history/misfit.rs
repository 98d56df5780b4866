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
        let call = &operation.call;
        let (_, reply) = operation
            .returned
            .as_ref()
            .expect("only a reply can fail to fit");
        let instead: Vec<_> = self
            .instead
            .iter()
            .map(|reply| format!("{reply:?}"))
            .collect();
        let mut told = format!(
            "no order explains that {call:?} of {thread} returned {reply:?}: it would return {}",
            instead.join(" or ")
        );
        if !self.before.is_empty() {
            let order = self.before.iter().map(|&index| worded(history, index));
            told += &format!("\n  after {}", order.collect::<Vec<_>>().join(", "));
        }
        told
    }
}

/// Puts an operation into words, as `push(1) → Ok`.
fn worded<S: Sequential>(history: &History<S>, index: usize) -> String {
    let operation = &history.operations[index];
    match &operation.returned {
        Some((_, reply)) => format!("{:?} → {reply:?}", operation.call),
        None => format!("{:?}", operation.call),
    }
}
