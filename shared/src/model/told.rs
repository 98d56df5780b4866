//! Calls that a law tells of, so that a timeline says what was asked and what came back.

use super::record;
use std::fmt;

/// Begins a call; if the execution fails, the timeline shows the call above the steps, with what it gave back.
///
/// It is no operation of the model: nothing is ordered by it, no thread gives way, and no execution is added.
/// A call that takes no step of the model is not shown.
///
/// The call itself stands in [`Call::gives`], whose argument Rust evaluates after `call` has returned;
/// so the steps in it keep the source lines that they would have had without.
///
/// # Examples
///
/// ```
/// use shared::model::{Mode, call, check, sync::Mutex};
///
/// let found = check(Mode::Interleaving, || {
///     let seats = Mutex::new(vec![7, 8]);
///     let seat = call(format_args!("pop()")).gives(seats.lock().unwrap().pop());
///     assert_eq!(seat, Some(7));
/// });
/// assert!(found.unwrap_err().to_string().contains("pop() → Some(8)"));
/// ```
pub fn call(what: fmt::Arguments<'_>) -> Call {
    let is_told = !std::thread::panicking();
    Call(
        is_told
            .then(|| record::begin(|| what.to_string()))
            .flatten(),
    )
}

/// Holds a call that has begun, and has not returned if it is dropped.
#[derive(Debug)]
#[must_use = "a call that gives nothing back is shown as one that has not returned"]
pub struct Call(Option<usize>);

impl Call {
    /// Ends the call, and returns what it gave back.
    pub fn gives<R: fmt::Debug>(self, reply: R) -> R {
        if let Some(number) = self.0 {
            record::end(number, format!("{reply:?}"));
        }
        reply
    }
}
