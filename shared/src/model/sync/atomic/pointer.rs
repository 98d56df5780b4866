//! Stands for `std::sync::atomic::AtomicPtr`.

use super::Ordering;
use super::integer::common;
use super::variable::Variable;
use crate::model::naming::Named;
use loom::sync::atomic as native;
use std::fmt;
use std::ptr;

common!(
    /// Stands for `std::sync::atomic::AtomicPtr`.
    ///
    /// A timeline shows a pointer as `ptr1`, `ptr2` … in the order in which the addresses appear;
    /// an address that is used again keeps its number.
    AtomicPtr<T>, *mut T, |variable| {
        let any = ptr::null_mut();
        match variable.compare_exchange(any, any, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(newest) | Err(newest) => newest,
        }
    }
);

impl<T> Default for AtomicPtr<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(ptr::null_mut())
    }
}
