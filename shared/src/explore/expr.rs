//! Small expressions over names: what a step computes, compares or waits for.

use std::fmt;
use std::ops::{Add, Rem, Sub};

use super::operator::Operator;

/// A register's or shared variable's value; conditions are 1 when they hold and 0 when not.
pub type Value = i64;

/// An expression over registers, and in [`wait_until`](super::wait_until) over shared variables.
///
/// Wherever one is expected, a number stands for itself and a text for the name it spells.
///
/// # Examples
///
/// ```
/// use shared::explore::val;
///
/// assert_eq!((val("r") + 1).to_string(), "r + 1");
/// let may_enter = val("flag[1]").is(0).or(val("turn").is(0));
/// assert_eq!(may_enter.to_string(), "flag[1] = 0 or turn = 0");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// A number.
    Constant(Value),
    /// The value that a name has when the step is taken.
    Name(String),
    /// Two expressions joined by an operator.
    Pair(Box<Expr>, Operator, Box<Expr>),
}

/// Names a register, or in a condition waited for also a shared variable.
pub fn val(name: &str) -> Expr {
    Expr::Name(name.into())
}

impl Expr {
    /// Holds if both sides are equal.
    pub fn is(self, other: impl Into<Expr>) -> Expr {
        self.pair(Operator::Is, other)
    }

    /// Holds if the sides differ.
    pub fn is_not(self, other: impl Into<Expr>) -> Expr {
        self.pair(Operator::IsNot, other)
    }

    /// Holds if this side is less than the other.
    pub fn below(self, other: impl Into<Expr>) -> Expr {
        self.pair(Operator::Below, other)
    }

    /// Holds if both conditions hold.
    pub fn and(self, other: impl Into<Expr>) -> Expr {
        self.pair(Operator::And, other)
    }

    /// Holds if at least one of the conditions holds.
    pub fn or(self, other: impl Into<Expr>) -> Expr {
        self.pair(Operator::Or, other)
    }

    fn pair(self, operator: Operator, other: impl Into<Expr>) -> Expr {
        Expr::Pair(Box::new(self), operator, Box::new(other.into()))
    }

    /// Computes the value, given what each name stands for.
    pub(super) fn value(&self, of: &impl Fn(&str) -> Value) -> Value {
        match self {
            Expr::Constant(value) => *value,
            Expr::Name(name) => of(name),
            Expr::Pair(left, operator, right) => operator.apply(left.value(of), right.value(of)),
        }
    }

    /// Returns every name it mentions, repeated as often as mentioned.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Expr::Constant(_) => vec![],
            Expr::Name(name) => vec![name],
            Expr::Pair(left, _, right) => [left.names(), right.names()].concat(),
        }
    }

    /// A side is bracketed when its own operator would not bind by itself.
    fn side(&self, brackets_from: u8) -> String {
        match self {
            Expr::Pair(_, operator, _) if operator.looseness() >= brackets_from => {
                format!("({self})")
            }
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Constant(value) => write!(f, "{value}"),
            Expr::Name(name) => write!(f, "{name}"),
            Expr::Pair(left, operator, right) => {
                let (left, right) = (
                    left.side(operator.looseness() + 1),
                    right.side(operator.looseness()),
                );
                write!(f, "{left} {} {right}", operator.symbol())
            }
        }
    }
}

impl From<Value> for Expr {
    fn from(value: Value) -> Expr {
        Expr::Constant(value)
    }
}

impl From<&str> for Expr {
    fn from(name: &str) -> Expr {
        val(name)
    }
}

impl<T: Into<Expr>> Add<T> for Expr {
    type Output = Expr;

    fn add(self, other: T) -> Expr {
        self.pair(Operator::Add, other)
    }
}

impl<T: Into<Expr>> Sub<T> for Expr {
    type Output = Expr;

    fn sub(self, other: T) -> Expr {
        self.pair(Operator::Sub, other)
    }
}

impl<T: Into<Expr>> Rem<T> for Expr {
    type Output = Expr;

    fn rem(self, other: T) -> Expr {
        self.pair(Operator::Rem, other)
    }
}
