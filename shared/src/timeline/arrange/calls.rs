//! The moments at which calls begin and return keep their order where one of them fits none: who had returned when another
//! began is the point there.

use crate::timeline::call::Call;
use crate::timeline::execution::Execution;

/// Returns the moment before, as a step's index, if the step of this index is a moment too.
pub fn moment_before(execution: &Execution, index: usize) -> Option<usize> {
    if !execution.calls.iter().any(|call| call.is_misfit) {
        return None;
    }
    let of_call = |call: &Call| [Some(call.begun), call.returned];
    let moments = || execution.calls.iter().flat_map(of_call).flatten();
    let is_moment = moments().any(|moment| moment == index);
    let before = moments().filter(|&moment| moment < index).max();
    before.filter(|_| is_moment)
}

/// Gives the calls the numbers of their first and last steps in the new order.
pub fn numbered(execution: &Execution, order: &[usize]) -> Vec<Call> {
    let number = |step: usize| {
        let place = order.iter().position(|&index| index == step);
        place.map_or(0, |place| place + 1)
    };
    let numbered = |call: &Call| Call {
        begun: number(call.begun),
        returned: call.returned.map(number),
        ..call.clone()
    };
    execution.calls.iter().map(numbered).collect()
}
