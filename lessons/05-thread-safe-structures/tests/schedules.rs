//! The counts of the lesson's small programs: states, schedules, how many go wrong, and the shortest that does.

#[path = "../../../shared/tests/lesson/counted.rs"]
mod counted;
#[path = "../../../shared/tests/lesson/told.rs"]
mod told;

use counted::counted;
use shared::terminal::numbers::thousands;
use thread_safe_structures::schedules::{
    aba, by_entry, get_then_insert, in_place, loses_a_word, misses_the_visitor,
    offers_a_slot_that_is_taken, snapshot, tagged,
};
use told::demand_told;

#[test]
fn a_word_is_lost_between_two_calls_and_not_within_one() {
    assert_eq!(
        counted(&get_then_insert(), loses_a_word),
        (12, 6, 4, "ABAB".into())
    );
    assert_eq!(counted(&by_entry(), loses_a_word), (4, 2, 0, String::new()));
}

/// What is on top is free; what B has kept is not.
#[test]
fn a_slot_that_comes_back_is_offered_twice_unless_it_has_a_tag() {
    let offered = offers_a_slot_that_is_taken;
    let aba = counted(&aba(), offered);
    assert_eq!(aba, (85, 9355, 21, "AABBBBBBBBBA".into()));
    let (of, wrong) = (thousands(aba.1 as u64), aba.2);
    let said = format!("Of {of} schedules {wrong} go wrong.");
    demand_told("05-thread-safe-structures/why.md", &[said]);
    assert_eq!(counted(&tagged(), offered), (86, 9355, 0, String::new()));
}

#[test]
fn a_visitor_is_missed_in_place_and_not_in_a_snapshot() {
    let missed = misses_the_visitor;
    assert_eq!(counted(&in_place(), missed), (15, 6, 1, "BAAB".into()));
    assert_eq!(counted(&snapshot(), missed), (19, 20, 0, String::new()));
}
