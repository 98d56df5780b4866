//! The counts of the lesson's small programs: states, schedules, how many go wrong, and the shortest that does.

use queue::schedules::{
    close_against_push, close_under_the_lock, explored, index_first, leaves_a_value_behind,
    peek_then_pop, pop_at_once, pops_a_value_twice, reads_an_unwritten_slot, value_first,
};
use shared::explore::{Program, State};

/// Returns the states, the schedules, those that go wrong, and the shortest of these.
fn counted(program: &Program, is_wrong: fn(&State<'_>) -> bool) -> (usize, u128, u128, String) {
    let graph = explored(program);
    let schedules = graph.schedules().expect("no program loops for ever");
    let shortest = graph.witness(is_wrong).unwrap_or_default();
    let wrong = schedules.ending(is_wrong);
    (graph.states().len(), schedules.total(), wrong, shortest)
}

#[test]
fn every_schedule_of_every_program_is_counted() {
    let counts = [
        counted(&index_first(), reads_an_unwritten_slot),
        counted(&value_first(), reads_an_unwritten_slot),
        counted(&peek_then_pop(), pops_a_value_twice),
        counted(&pop_at_once(), pops_a_value_twice),
        counted(&close_against_push(), leaves_a_value_behind),
        counted(&close_under_the_lock(), leaves_a_value_behind),
    ];
    let counts = counts
        .each_ref()
        .map(|count| (count.0, count.1, count.2, &*count.3));
    assert_eq!(
        counts,
        [
            (26, 22, 8, "AAABBBBA"),
            (13, 6, 0, ""),
            (41, 6, 4, "AAABBBAAABBB"),
            (17, 2, 0, ""),
            (21, 6, 2, "ABBBBAAA"),
            (15, 2, 0, ""),
        ]
    );
}
