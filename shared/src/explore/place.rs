//! Where in shared memory an operation acts, and what a read-modify-write puts there.

use std::fmt;

use super::expr::{Expr, Value};

/// What a read-modify-write operation writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Update {
    /// The old value plus this one.
    Add(Expr),
    /// This value.
    Swap(Expr),
    /// The second value, if the old one equals the first; otherwise nothing.
    CompareExchange(Expr, Expr),
}

/// A shared variable, or the cell of a shared array that an expression picks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub(super) name: String,
    pub(super) index: Option<Expr>,
}

impl Update {
    /// Returns the expressions it evaluates.
    pub(super) fn expressions(&self) -> Vec<&Expr> {
        match self {
            Update::Add(value) | Update::Swap(value) => vec![value],
            Update::CompareExchange(expected, new) => vec![expected, new],
        }
    }

    /// Computes what is written over `old`, if anything is.
    pub(super) fn over(&self, old: Value, eval: impl Fn(&Expr) -> Value) -> Option<Value> {
        match self {
            Update::Add(more) => Some(old.checked_add(eval(more)).expect("the sum fits")),
            Update::Swap(new) => Some(eval(new)),
            Update::CompareExchange(expected, new) => (old == eval(expected)).then(|| eval(new)),
        }
    }
}

impl From<&str> for Place {
    fn from(name: &str) -> Place {
        let (name, index) = (name.into(), None);
        Place { name, index }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.index {
            Some(index) => write!(f, "{}[{index}]", self.name),
            None => write!(f, "{}", self.name),
        }
    }
}

impl fmt::Display for Update {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Update::Add(value) => write!(f, "fetch_add({value})"),
            Update::Swap(value) => write!(f, "swap({value})"),
            Update::CompareExchange(expected, new) => {
                write!(f, "compare_exchange({expected}, {new})")
            }
        }
    }
}
