//! A stack that one thread uses: last in, first out.

use super::Sequential;
use std::fmt::{self, Debug};
use std::hash::Hash;

/// Specifies a stack without a bound.
///
/// # Examples
///
/// ```
/// use shared::history::{Sequential, Stack, StackCall::*, StackReply::*};
///
/// let mut stack = Stack::new();
/// assert_eq!(stack.apply(&Push('a')), Pushed);
/// assert_eq!(stack.apply(&Pop), Popped(Some('a')));
/// assert_eq!(stack.apply(&Pop), Popped(None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stack<T>(Vec<T>);

/// Names what can be asked of a stack.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum StackCall<T> {
    /// Puts a value on top.
    Push(T),
    /// Takes the value on top.
    Pop,
}

/// Names what a stack replies.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum StackReply<T> {
    /// To a push.
    Pushed,
    /// To a pop: the value, if there was one.
    Popped(Option<T>),
}

impl<T> Stack<T> {
    /// Creates an empty stack.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }
}

impl<T> Default for Stack<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Clone + Eq + Hash + Debug> Sequential for Stack<T> {
    type Call = StackCall<T>;
    type Reply = StackReply<T>;

    fn apply(&mut self, call: &StackCall<T>) -> StackReply<T> {
        match call {
            StackCall::Push(value) => {
                self.0.push(value.clone());
                StackReply::Pushed
            }
            StackCall::Pop => StackReply::Popped(self.0.pop()),
        }
    }
}

impl<T: Debug> Debug for StackCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Push(value) => write!(f, "push({value:?})"),
            Self::Pop => f.write_str("pop()"),
        }
    }
}

impl<T: Debug> Debug for StackReply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pushed => f.write_str("Ok"),
            Self::Popped(value) => value.fmt(f),
        }
    }
}
