//! Calls that a law tells of: on the machine nobody listens.

use std::fmt;

/// Begins a call, of which the model's timelines tell; on the machine nobody looks at `what` it is.
#[inline]
pub fn call(_what: fmt::Arguments<'_>) -> Call {
    Call(())
}

/// Stands for a call that has begun.
#[derive(Debug)]
#[must_use = "in the model, a call that gives nothing back is shown as one that has not returned"]
pub struct Call(());

impl Call {
    /// Returns what the call gave back.
    #[inline]
    pub fn gives<R: fmt::Debug>(self, reply: R) -> R {
        reply
    }
}
