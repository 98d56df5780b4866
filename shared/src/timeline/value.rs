//! A value as a timeline shows it.

use std::fmt;

/// Holds a value as it stood in a variable.
///
/// # Examples
///
/// ```
/// use shared::timeline::Value;
///
/// let shown = [Value::Bool(true), Value::Unsigned(7), Value::Signed(-7), Value::Pointer(0), Value::Pointer(2)];
/// assert_eq!(shown.map(|value| value.to_string()), ["true", "7", "-7", "null", "ptr2"]);
/// ```
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
