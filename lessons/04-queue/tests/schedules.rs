//! The counts of the lesson's small programs: states, schedules, how many go wrong, and the shortest that does.

#[path = "../../../shared/tests/lesson/counted.rs"]
mod counted;

use counted::counted;
use queue::schedules::{
    close_against_push, close_under_the_lock, index_first, leaves_a_value_behind, peek_then_pop,
    pop_at_once, pops_a_value_twice, reads_an_unwritten_slot, value_first,
};

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
            (23, 6, 2, "ABBBBAAA"),
            (16, 2, 0, ""),
        ]
    );
}
