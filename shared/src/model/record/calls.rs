//! The calls that an execution fails for.

use super::with;
use crate::timeline::Call;

/// Puts the execution's steps into an order that shows how the calls overlap, and notes the calls.
///
/// The order must be one that the checker takes for the same execution; the calls name steps by their place in it.
pub fn blame(calls: Vec<Call>, order: &[usize]) {
    with(|recorder| {
        let step = |&step: &usize| recorder.steps[step].clone();
        recorder.steps = order.iter().map(step).collect();
        recorder.calls = calls;
    });
}
