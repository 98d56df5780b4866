//! Numbers for the values of a variable, which the search compares in their place.

use crate::timeline::value::Value;

/// Names a value of one variable by a number from 1; [`UNKNOWN`] where there is none yet.
pub type ValueId = usize;

pub const UNKNOWN: ValueId = 0;

/// Numbers the values of one variable as they appear.
#[derive(Clone, Default)]
pub struct Numbers {
    values: Vec<Value>,
    /// The value that the variable holds before anybody writes it.
    pub initial: ValueId,
}

impl Numbers {
    /// Numbers a value that was written.
    pub fn wrote(&mut self, value: Value) -> ValueId {
        let known = self.values.iter().position(|&other| other == value);
        known.unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        }) + 1
    }

    /// Numbers a value that was read; one that nobody had written was there from the start.
    pub fn read(&mut self, value: Value) -> ValueId {
        let is_new = !self.values.contains(&value);
        let number = self.wrote(value);
        if is_new && self.initial == UNKNOWN {
            self.initial = number;
        }
        number
    }
}
