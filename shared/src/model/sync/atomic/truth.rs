//! Stands for `std::sync::atomic::AtomicBool`.

use super::Ordering;
use super::integer::common;
use super::variable::Variable;
use crate::model::naming::Named;
use loom::sync::atomic as native;
use std::fmt;

common!(
    /// Stands for `std::sync::atomic::AtomicBool`.
    AtomicBool, bool, |variable| variable.fetch_or(false, Ordering::SeqCst)
);

impl AtomicBool {
    /// Keeps `true` only if `value` is true; returns the value before.
    #[track_caller]
    pub fn fetch_and(&self, value: bool, order: Ordering) -> bool {
        self.variable.update(
            "fetch_and",
            order,
            |variable, order| variable.fetch_and(value, order),
            |read| read & value,
        )
    }

    /// Becomes `true` unless both are true; returns the value before.
    #[track_caller]
    pub fn fetch_nand(&self, value: bool, order: Ordering) -> bool {
        self.variable.update(
            "fetch_nand",
            order,
            |variable, order| variable.fetch_nand(value, order),
            |read: bool| !(read & value),
        )
    }

    /// Becomes `true` if either is; returns the value before.
    #[track_caller]
    pub fn fetch_or(&self, value: bool, order: Ordering) -> bool {
        self.variable.update(
            "fetch_or",
            order,
            |variable, order| variable.fetch_or(value, order),
            |read| read | value,
        )
    }

    /// Becomes `true` if the two differ; returns the value before.
    #[track_caller]
    pub fn fetch_xor(&self, value: bool, order: Ordering) -> bool {
        self.variable.update(
            "fetch_xor",
            order,
            |variable, order| variable.fetch_xor(value, order),
            |read| read ^ value,
        )
    }

    /// Inverts the value; returns the one before.
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.variable.update(
            "fetch_not",
            order,
            |variable, order| variable.fetch_xor(true, order),
            |read: bool| !read,
        )
    }
}

impl Default for AtomicBool {
    #[track_caller]
    fn default() -> Self {
        Self::new(false)
    }
}
