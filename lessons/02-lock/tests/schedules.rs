//! The counts of the lesson's small programs: states, schedules, how many go wrong, and the shortest that does.

#[path = "../../../shared/tests/lesson/counted.rs"]
mod counted;
#[path = "../../../shared/tests/lesson/told.rs"]
mod told;

use counted::counted;
use lock::figures::figures;
use lock::schedules::{explored, one_section, philosophers, predicate_loop};
use shared::explore::State;
use told::demand_told;

#[test]
fn every_schedule_of_every_program_is_counted() {
    let counts = figures().map(|figure| (figure.title, counted(&figure.program, figure.fault.is)));
    let counts = counts
        .each_ref()
        .map(|(name, (states, all, wrong, shortest))| (*name, *states, *all, *wrong, &**shortest));
    assert_eq!(
        counts,
        [
            ("opposite transfers", 23, 6, 2, "AB"),
            ("transfers in one order", 20, 2, 0, ""),
            ("three philosophers", 111, 234, 6, "ABC"),
            ("check, then act", 35, 6, 4, "AAABBBAAABBB"),
            ("in one section", 15, 2, 0, ""),
            ("put without the lock", 17, 10, 1, "AABBA"),
            ("put under the lock", 15, 2, 0, ""),
        ]
    );
}

#[test]
fn the_sound_programs_cannot_go_wrong_from_any_state() {
    assert!(
        explored(&predicate_loop())
            .can_reach(State::is_deadlock)
            .is_empty()
    );
    let sold_twice = |state: &State<'_>| {
        state.is_finished() && state.value("A.seen") + state.value("B.seen") == 0
    };
    assert!(explored(&one_section()).can_reach(sold_twice).is_empty());
}

#[test]
fn the_more_philosophers_the_more_ways_to_starve() {
    let starving = |seats| {
        let graph = explored(&philosophers(seats));
        let schedules = graph.schedules().expect("no program loops for ever");
        (schedules.ending(State::is_deadlock), schedules.total())
    };
    assert_eq!([2, 3, 4].map(starving), [(2, 6), (6, 234), (24, 1_167_000)]);
    let ((wrong, of), (wrong_of_three, of_three)) = (starving(2), starving(3));
    let said = [
        format!("## Why {wrong} of {of}"),
        format!("So **{}** schedules begin with A", of / 2),
        format!("Of **{of}** schedules **{wrong}** deadlock"),
        format!("for three, {wrong_of_three} of {of_three}."),
    ];
    demand_told("02-lock/why.md", &said);
}
