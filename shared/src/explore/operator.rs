//! What joins two expressions, how it computes and how it is written.

use super::expr::Value;

/// What joins two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Operator {
    Add,
    Sub,
    Rem,
    Is,
    IsNot,
    Below,
    And,
    Or,
}

impl Operator {
    /// Computes the result; a sum out of range or a remainder by zero is a broken contract.
    pub(super) fn apply(self, left: Value, right: Value) -> Value {
        let result = match self {
            Operator::Add => left.checked_add(right),
            Operator::Sub => left.checked_sub(right),
            Operator::Rem => left.checked_rem_euclid(right),
            Operator::Is => Some((left == right).into()),
            Operator::IsNot => Some((left != right).into()),
            Operator::Below => Some((left < right).into()),
            Operator::And => Some((left != 0 && right != 0).into()),
            Operator::Or => Some((left != 0 || right != 0).into()),
        };
        result.unwrap_or_else(|| panic!("`{left} {} {right}` has no value", self.symbol()))
    }

    /// Returns how it is written between its sides.
    pub(super) fn symbol(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Sub => "-",
            Operator::Rem => "%",
            Operator::Is => "=",
            Operator::IsNot => "≠",
            Operator::Below => "<",
            Operator::And => "and",
            Operator::Or => "or",
        }
    }

    /// Returns how loosely it binds: brackets are needed around a looser one.
    pub(super) fn looseness(self) -> u8 {
        match self {
            Operator::Rem => 0,
            Operator::Add | Operator::Sub => 1,
            Operator::Is | Operator::IsNot | Operator::Below => 2,
            Operator::And => 3,
            Operator::Or => 4,
        }
    }
}
