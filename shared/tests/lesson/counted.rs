//! A small program, counted: mounted by the tests of the lessons that count every schedule.

use shared::explore::{Program, State};

/// How many states and schedules a program has, how many schedules go wrong, and the shortest that does.
pub fn counted(program: &Program, is_wrong: fn(&State<'_>) -> bool) -> (usize, u128, u128, String) {
    let graph = program.explore().expect("it is small");
    let schedules = graph.schedules().expect("no program loops for ever");
    let wrong = schedules.ending(is_wrong);
    let shortest = graph.witness(|state| state.is_end() && is_wrong(state));
    let shortest = shortest.unwrap_or_default();
    (graph.states().len(), schedules.total(), wrong, shortest)
}
