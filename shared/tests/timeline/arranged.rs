//! Known programs: the order and the verdict that a teacher would give.

use crate::cases::case;
use crate::script::execution;
use shared::timeline::{Execution, State, Timeline, Value, Verdict};

fn arranged(name: &str) -> Timeline {
    Timeline::of(&case(name))
}

/// Returns each step's line in its script, in the order of the timeline.
fn lines(timeline: &Timeline) -> Vec<u32> {
    timeline
        .rows()
        .iter()
        .map(|row| row.step.place.line)
        .collect()
}

#[test]
fn a_lost_update_is_an_interleaving_however_it_was_recorded() {
    let timeline = arranged("lost_update");
    assert_eq!(timeline.verdict(), Verdict::Interleaving);
    assert_eq!(lines(&timeline), [1, 2, 3, 4, 6, 7, 5, 8, 9, 10]);
}

#[test]
fn message_passing_store_buffering_and_independent_reads_need_weak_memory() {
    for name in ["message_passing", "store_buffering", "independent_reads"] {
        let timeline = arranged(name);
        assert_eq!(timeline.verdict(), Verdict::WeakMemory, "{name}");
        let stale = timeline.rows().iter().filter(|row| row.stale.is_some());
        assert_eq!(
            stale.count(),
            1,
            "{name}: one stale read is enough\n{timeline}"
        );
    }
}

#[test]
fn a_stale_read_says_what_is_newest_and_who_wrote_it() {
    let timeline = arranged("message_passing");
    let stale = timeline.rows().iter().find_map(|row| row.stale);
    assert_eq!(stale, Some((Value::Unsigned(42), 1)));
}

#[test]
fn a_deadlock_and_a_data_race_need_no_stale_read() {
    for name in ["deadlock", "data_race", "lost_wakeup"] {
        assert_eq!(arranged(name).verdict(), Verdict::Interleaving, "{name}");
    }
}

#[test]
fn a_waiting_step_names_those_who_hold_its_lock() {
    let holders = |name| {
        let timeline = arranged(name);
        let waits = timeline
            .rows()
            .iter()
            .filter(|row| row.step.state == State::Waiting);
        waits
            .map(|row| (row.step.lane, row.holders.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(holders("deadlock"), [(0, vec![1]), (1, vec![0])]);
    assert_eq!(holders("lock_taken_twice"), [(0, vec![0])]);
    assert_eq!(
        holders("readers_block_a_writer"),
        [(2, vec![1, 2]), (1, vec![1, 2]), (0, vec![])]
    );
}

#[test]
fn a_thread_that_reads_twice_holds_the_lock_until_both_guards_are_gone() {
    let script = "
        A prices.read holds
        A prices.read holds
        A prices.unlock
        A prices.unlock
    ";
    let execution = execution(&["A"], script, None);
    let holders = [1, 2, 3, 4].map(|until| execution.holders(0, until).len());
    assert_eq!(holders, [1, 1, 1, 0]);
}

#[test]
fn a_variable_is_created_before_it_is_used() {
    let script = "
        main spawn A
        A door.lock
        A door.unlock
        main door.lock
        main seats.new <- 7
        A seats.store <- 6
    ";
    let timeline = Timeline::of(&execution(&["main", "A"], script, None));
    assert_eq!(lines(&timeline), [1, 2, 3, 4, 5, 6], "{timeline}");
}

#[test]
fn a_variable_that_nobody_creates_holds_from_the_start_what_nobody_wrote() {
    let script = "
        A x.store <- 1
        B fence
        A y.store <- 1
        B y.load -> 1
        B x.load -> 0
    ";
    let timeline = Timeline::of(&execution(&["A", "B"], script, None));
    assert_eq!(timeline.verdict(), Verdict::WeakMemory, "{timeline}");
    assert_eq!(lines(&timeline), [1, 3, 2, 4, 5], "{timeline}");
    assert_eq!(timeline.rows()[4].stale, Some((Value::Unsigned(1), 0)));
}

#[test]
fn an_update_reads_the_newest_value_even_where_reads_are_stale() {
    let script = "
        main x.new <- 0
        main y.new <- 0
        main spawn A
        main x.swap 0 -> 1
        main y.load -> 0
        A y.swap 0 -> 1
        A x.load -> 0
    ";
    let timeline = Timeline::of(&execution(&["main", "A"], script, None));
    assert_eq!(timeline.verdict(), Verdict::WeakMemory);
    let stale = timeline.rows().iter().filter(|row| row.stale.is_some());
    assert!(stale.clone().all(|row| row.step.operation == "load"));
    assert_eq!(stale.count(), 1);
}

#[test]
fn an_empty_execution_is_an_empty_timeline() {
    let timeline = Timeline::of(&Execution::default());
    assert_eq!(timeline.rows(), []);
    assert_eq!(timeline.verdict(), Verdict::Interleaving);
    assert_eq!(timeline.to_string(), "");
}

#[test]
fn more_threads_than_can_be_ordered_stand_as_recorded() {
    let execution = Execution {
        lanes: vec!["A".to_owned(); 300],
        ..case("one_lane")
    };
    let timeline = Timeline::of(&execution);
    assert_eq!(timeline.verdict(), Verdict::Interleaving);
    assert_eq!(timeline.rows().len(), 1);
}
