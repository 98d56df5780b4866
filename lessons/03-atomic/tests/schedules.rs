//! The counts of the lesson's small programs: states, schedules, how many go wrong, and the shortest that does.

#[path = "../../../shared/tests/lesson/counted.rs"]
mod counted;

use atomic::figures::figures;
use atomic::schedules::{explored, sell, store_buffering};
use counted::counted;
use shared::explore::{IGNORED, Outcome, fetch_add};

#[test]
fn every_schedule_of_every_program_is_counted() {
    let counts = figures().map(|figure| (figure.name, counted(&figure.program, figure.fault.is)));
    let counts = counts
        .each_ref()
        .map(|(name, (states, all, wrong, shortest))| (*name, *states, *all, *wrong, &**shortest));
    assert_eq!(
        counts,
        [
            ("locked-increment", 16, 2, 0, ""),
            ("atomic-increment", 4, 2, 0, ""),
            ("message-passing", 8, 3, 0, ""),
            ("store-buffering", 34, 80, 18, "AABBab"),
            ("message-passing-buffered", 14, 10, 0, ""),
            ("compare-exchange", 13, 6, 0, ""),
            ("store-buffering-fenced", 31, 70, 0, ""),
        ]
    );
}

#[test]
fn a_thread_goes_round_again_unless_one_is_done_before_the_other_begins() {
    let graph = explored(&sell());
    let again = |schedule: &str| {
        let state = graph.after(schedule).expect("it can be followed");
        state.is_at('A', "again") || state.is_at('B', "again")
    };
    assert!(["ABAB", "ABBA", "BAAB", "BABA"].into_iter().all(again));
    assert!(!["AABB", "BBAA"].into_iter().any(again));
    let all = graph.schedules().expect("no thread goes round for ever");
    assert_eq!(all.total(), 6);
}

#[test]
fn nobody_sees_both_flags_down_if_each_store_is_flushed_at_once() {
    let graph = explored(&store_buffering(&[]));
    for schedule in ["AaABbB", "AaBbAB", "AaBbBA", "BbAaAB", "BbAaBA", "BbBAaA"] {
        let end = graph.after(schedule).expect("it can be followed");
        assert!(end.is_finished() && end.value("A.seen") + end.value("B.seen") > 0);
    }
}

#[test]
fn a_read_modify_write_between_them_is_as_good_as_a_fence() {
    let touch = fetch_add(IGNORED, "x", 0).label("a read-modify-write");
    let graph = explored(&store_buffering(&[touch]));
    let both = Outcome::Finished(vec![0, 0]);
    assert!(!graph.outcomes(&["A.seen", "B.seen"]).contains(&both));
}
