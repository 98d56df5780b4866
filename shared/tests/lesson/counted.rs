//! The program of a figure, counted: mounted by the tests of the lessons that count every schedule.

use shared::figure::Figure;

/// How many states and schedules a figure's program has, how many schedules go wrong, and the shortest that does.
pub fn counts(figure: &Figure) -> (usize, u128, u128, String) {
    let graph = figure.program.explore().expect("it is small");
    let schedules = graph.schedules().expect("no program loops for ever");
    let wrong = schedules.ending(figure.fault.is);
    let shortest = graph.witness(|state| state.is_end() && (figure.fault.is)(state));
    let shortest = shortest.unwrap_or_default();
    (graph.states().len(), schedules.total(), wrong, shortest)
}
