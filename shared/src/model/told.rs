//! Calls that a law tells of, so that a timeline says what was asked and what came back.

use super::record;
use std::fmt;

/// Makes a call by `act`; if the execution fails, the timeline shows the call above the steps, with what it returned.
///
/// It is no operation of the model: nothing is ordered by it, no thread gives way, and no execution is added.
/// A call that takes no step of the model is not shown.
///
/// # Examples
///
/// ```
/// use shared::model::{Mode, call, check, sync::Mutex};
///
/// let found = check(Mode::Interleaving, || {
///     let seats = Mutex::new(vec![7, 8]);
///     let seat = call(format_args!("pop()"), || seats.lock().unwrap().pop());
///     assert_eq!(seat, Some(7));
/// });
/// assert!(found.unwrap_err().to_string().contains("pop() → Some(8)"));
/// ```
pub fn call<R: fmt::Debug>(what: fmt::Arguments<'_>, act: impl FnOnce() -> R) -> R {
    if std::thread::panicking() {
        return act();
    }
    let number = record::begin(|| what.to_string());
    let reply = act();
    if let Some(number) = number {
        record::end(number, format!("{reply:?}"));
    }
    reply
}
