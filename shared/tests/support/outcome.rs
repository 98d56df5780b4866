//! What one execution of a program shows: its registers, and what its variables hold in the end.

use std::fmt;

use super::program::{Value, name};

/// One result of a [`Program`](super::program::Program), as literature writes it below a litmus test.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcome {
    /// By thread, then by program order. A `compare_exchange` gives the value it found.
    pub registers: Vec<Value>,
    /// By variable: the last value in modification order, which is what a thread reads that has joined all others.
    pub finals: Vec<Value>,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, value) in self.registers.iter().enumerate() {
            write!(f, "r{i}={value} ")?;
        }
        f.write_str("|")?;
        for (var, value) in self.finals.iter().enumerate() {
            write!(f, " {}={value}", name(var))?;
        }
        Ok(())
    }
}
