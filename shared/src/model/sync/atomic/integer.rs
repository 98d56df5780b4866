//! Stands for `std`'s atomic integers.

use super::Ordering;
use super::variable::Variable;
use crate::model::naming::Named;
use loom::sync::atomic as native;
use std::fmt;

/// Writes what every atomic type has: `$name` holds a `$value` in loom's type of the same name.
macro_rules! common {
    ($(#[$doc:meta])* $name:ident $(<$t:ident>)?, $value:ty, $newest:expr) => {
        $(#[$doc])*
        pub struct $name $(<$t>)? {
            variable: Variable<native::$name $(<$t>)?>,
        }

        impl $(<$t>)? $name $(<$t>)? {
            /// Creates a variable that holds `value`.
            #[must_use]
            #[track_caller]
            pub fn new(value: $value) -> Self {
                Self { variable: Variable::new(value, native::$name::new) }
            }

            /// Returns the value and ends the variable.
            #[must_use]
            pub fn into_inner(self) -> $value {
                self.variable.peek()
            }

            /// Loads the value.
            #[track_caller]
            pub fn load(&self, order: Ordering) -> $value {
                self.variable.load(order, $newest, |variable, order| variable.load(order))
            }

            /// Stores a value.
            #[track_caller]
            pub fn store(&self, value: $value, order: Ordering) {
                self.variable.store(value, order, |variable, order| variable.swap(value, order));
            }

            /// Stores a value and returns the one before.
            #[track_caller]
            pub fn swap(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("swap", order, |variable, order| variable.swap(value, order), |_| value)
            }

            /// Stores `new` if the value is `current`.
            ///
            /// # Errors
            ///
            /// Returns the value found if it is not `current`.
            #[track_caller]
            pub fn compare_exchange(&self, current: $value, new: $value, success: Ordering, failure: Ordering) -> Result<$value, $value> {
                self.variable.compare_exchange("compare_exchange", (current, new), (success, failure), |variable, success, failure| {
                    variable.compare_exchange(current, new, success, failure)
                })
            }

            /// Stores `new` if the value is `current`; in the model it never fails spuriously.
            ///
            /// # Errors
            ///
            /// Returns the value found if it is not `current`.
            #[track_caller]
            pub fn compare_exchange_weak(&self, current: $value, new: $value, success: Ordering, failure: Ordering) -> Result<$value, $value> {
                self.compare_exchange(current, new, success, failure)
            }

            /// Loads the value and compare-exchanges it for `next(value)` until that succeeds.
            ///
            /// # Errors
            ///
            /// Returns the value for which `next` returned `None`.
            #[track_caller]
            pub fn fetch_update(&self, set: Ordering, fetch: Ordering, mut next: impl FnMut($value) -> Option<$value>) -> Result<$value, $value> {
                let mut current = self.load(fetch);
                while let Some(new) = next(current) {
                    match self.compare_exchange_weak(current, new, set, fetch) {
                        Ok(before) => return Ok(before),
                        Err(found) => current = found,
                    }
                }
                Err(current)
            }
        }

        impl $(<$t>)? From<$value> for $name $(<$t>)? {
            #[track_caller]
            fn from(value: $value) -> Self {
                Self::new(value)
            }
        }

        impl $(<$t>)? Named for $name $(<$t>)? {
            #[track_caller]
            fn named(self, name: &'static str) -> Self {
                self.variable.rename(name);
                self
            }
        }

        impl $(<$t>)? fmt::Debug for $name $(<$t>)? {
            /// Shows the newest value; this is no operation of the model.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.variable.peek::<$value>().fmt(f)
            }
        }
    };
}
pub(super) use common;

macro_rules! integer {
    ($($name:ident, $value:ident;)+) => {$(
        common!(
            #[doc = concat!("Stands for `std::sync::atomic::", stringify!($name), "`.")]
            $name, $value, |variable| variable.fetch_or(0, Ordering::SeqCst)
        );

        impl $name {
            /// Adds to the value, wrapping around on overflow; returns the one before.
            #[track_caller]
            pub fn fetch_add(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_add", order, |variable, order| variable.fetch_add(value, order), |read| $value::wrapping_add(read, value))
            }

            /// Subtracts from the value, wrapping around on overflow; returns the one before.
            #[track_caller]
            pub fn fetch_sub(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_sub", order, |variable, order| variable.fetch_sub(value, order), |read| $value::wrapping_sub(read, value))
            }

            /// Keeps the bits that `value` has too; returns the value before.
            #[track_caller]
            pub fn fetch_and(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_and", order, |variable, order| variable.fetch_and(value, order), |read| read & value)
            }

            /// Keeps the bits that `value` has too and inverts all; returns the value before.
            #[track_caller]
            pub fn fetch_nand(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_nand", order, |variable, order| variable.fetch_nand(value, order), |read: $value| !(read & value))
            }

            /// Sets the bits of `value`; returns the value before.
            #[track_caller]
            pub fn fetch_or(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_or", order, |variable, order| variable.fetch_or(value, order), |read| read | value)
            }

            /// Inverts the bits of `value`; returns the value before.
            #[track_caller]
            pub fn fetch_xor(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_xor", order, |variable, order| variable.fetch_xor(value, order), |read| read ^ value)
            }

            /// Keeps the larger of the value and `value`; returns the one before.
            #[track_caller]
            pub fn fetch_max(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_max", order, |variable, order| variable.fetch_max(value, order), |read| $value::max(read, value))
            }

            /// Keeps the smaller of the value and `value`; returns the one before.
            #[track_caller]
            pub fn fetch_min(&self, value: $value, order: Ordering) -> $value {
                self.variable.update("fetch_min", order, |variable, order| variable.fetch_min(value, order), |read| $value::min(read, value))
            }
        }

        impl Default for $name {
            #[track_caller]
            fn default() -> Self {
                Self::new(0)
            }
        }
    )+};
}

integer! {
    AtomicU8, u8;
    AtomicU16, u16;
    AtomicU32, u32;
    AtomicU64, u64;
    AtomicUsize, usize;
    AtomicI8, i8;
    AtomicI16, i16;
    AtomicI32, i32;
    AtomicI64, i64;
    AtomicIsize, isize;
}

impl AtomicU32 {
    /// Reaches what [`futex`](crate::model::futex) sleeps on.
    pub(in crate::model) fn variable(&self) -> &Variable<native::AtomicU32> {
        &self.variable
    }
}
