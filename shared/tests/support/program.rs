//! A litmus program: threads of atomic operations on a few shared variables, all initially 0.
//!
//! There are no branches and no data flow between operations, so a program is plain data:
//! an interpreter is one `match` over [`Op`].

use std::fmt;
use std::sync::atomic::Ordering;

/// What a variable or a register holds.
pub type Value = usize;

/// The variables of the literature, as indices.
pub const X: usize = 0;
pub const Y: usize = 1;
pub const Z: usize = 2;

const NAMES: [char; 4] = ['x', 'y', 'z', 'w'];

/// One atomic operation, or a fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Load {
        var: usize,
        order: Ordering,
    },
    Store {
        var: usize,
        value: Value,
        order: Ordering,
    },
    FetchAdd {
        var: usize,
        operand: Value,
        order: Ordering,
    },
    /// Strong: it fails only on a value other than `expected`.
    CompareExchange {
        var: usize,
        expected: Value,
        new: Value,
        success: Ordering,
        failure: Ordering,
    },
    Fence {
        order: Ordering,
    },
}

impl Op {
    /// Returns the variable accessed; a fence has none.
    pub fn var(self) -> Option<usize> {
        match self {
            Op::Load { var, .. }
            | Op::Store { var, .. }
            | Op::FetchAdd { var, .. }
            | Op::CompareExchange { var, .. } => Some(var),
            Op::Fence { .. } => None,
        }
    }

    /// Returns whether the operation fills a register with the value it finds.
    pub fn reads(self) -> bool {
        !matches!(self, Op::Store { .. } | Op::Fence { .. })
    }

    /// Returns what the operation writes where it finds `found`, if it writes at all.
    pub fn writes(self, found: Value) -> Option<Value> {
        match self {
            Op::Load { .. } | Op::Fence { .. } => None,
            Op::Store { value, .. } => Some(value),
            Op::FetchAdd { operand, .. } => Some(found.wrapping_add(operand)),
            Op::CompareExchange { expected, new, .. } => (found == expected).then_some(new),
        }
    }
}

/// What each thread does, in program order.
///
/// The registers are numbered by thread, then by program order: one for each operation that [reads](Op::reads).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    pub threads: Vec<Vec<Op>>,
}

impl Program {
    /// Returns how many variables there are: all up to the highest one accessed.
    pub fn variables(&self) -> usize {
        let accessed = self.threads.iter().flatten().filter_map(|op| op.var());
        accessed.max().map_or(0, |highest| highest + 1)
    }
}

/// Returns the letter the literature uses for variable `var`.
pub fn name(var: usize) -> char {
    NAMES[var]
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(var) = self.var() {
            write!(f, "{}.", name(var))?;
        }
        match self {
            Op::Load { order, .. } => write!(f, "load({order:?})"),
            Op::Store { value, order, .. } => write!(f, "store({value}, {order:?})"),
            Op::FetchAdd { operand, order, .. } => write!(f, "fetch_add({operand}, {order:?})"),
            Op::CompareExchange {
                expected,
                new,
                success,
                failure,
                ..
            } => write!(
                f,
                "compare_exchange({expected}, {new}, {success:?}, {failure:?})"
            ),
            Op::Fence { order } => write!(f, "fence({order:?})"),
        }
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut registers = 0..;
        for (thread, lane) in self.threads.iter().zip('A'..) {
            write!(f, "{lane}:")?;
            for (i, op) in thread.iter().enumerate() {
                f.write_str(if i == 0 { " " } else { "; " })?;
                if let Some(register) = op.reads().then(|| registers.next()).flatten() {
                    write!(f, "r{register} = ")?;
                }
                write!(f, "{op}")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

// The operations under their names in `std`, so that a table of tests reads as code.

pub const fn load(var: usize, order: Ordering) -> Op {
    Op::Load { var, order }
}

pub const fn store(var: usize, value: Value, order: Ordering) -> Op {
    Op::Store { var, value, order }
}

pub const fn fetch_add(var: usize, operand: Value, order: Ordering) -> Op {
    Op::FetchAdd {
        var,
        operand,
        order,
    }
}

pub const fn compare_exchange(
    var: usize,
    (expected, new): (Value, Value),
    success: Ordering,
    failure: Ordering,
) -> Op {
    Op::CompareExchange {
        var,
        expected,
        new,
        success,
        failure,
    }
}

pub const fn fence(order: Ordering) -> Op {
    Op::Fence { order }
}
