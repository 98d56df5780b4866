//! The counts of the lesson's small programs: states, schedules, how many go wrong, and the shortest that does.

#[path = "../../../shared/tests/lesson/counted.rs"]
mod counted;

use counted::counted;
use shared::explore::State;
use thread_safe_structures::schedules::{
    aba, by_entry, get_then_insert, in_place, snapshot, tagged,
};

#[test]
fn a_word_is_lost_between_two_calls_and_not_within_one() {
    let lost = |end: &State<'_>| end.value("count") < 2;
    assert_eq!(counted(&get_then_insert(), lost), (12, 6, 4, "ABAB".into()));
    assert_eq!(counted(&by_entry(), lost), (4, 2, 0, String::new()));
}

/// What is on top is free; what B has kept is not.
#[test]
fn a_slot_that_comes_back_is_offered_twice_unless_it_has_a_tag() {
    // A tagged word is ten times its tag and the slot.
    let offered = |end: &State<'_>| {
        let [top, taken, kept] = ["top", "A.slot", "B.kept"].map(|word| end.value(word) % 10);
        top == kept || taken == kept
    };
    assert_eq!(
        counted(&aba(), offered),
        (85, 9355, 21, "AABBBBBBBBBA".into())
    );
    assert_eq!(counted(&tagged(), offered), (86, 9355, 0, String::new()));
}

#[test]
fn a_visitor_is_missed_in_place_and_not_in_a_snapshot() {
    let missed = |end: &State<'_>| end.value("B.in new") + end.value("B.in old") == 0;
    assert_eq!(counted(&in_place(), missed), (15, 6, 1, "BAAB".into()));
    assert_eq!(counted(&snapshot(), missed), (19, 20, 0, String::new()));
}
