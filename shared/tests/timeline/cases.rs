//! Executions of known programs, each written down as a checker may record it.

mod memory;
mod shapes;
mod waiting;

pub use shapes::counting;

use shared::timeline::{Execution, Failure, FailureKind, Place};

/// A program's name, and one execution of it.
type Case = (&'static str, fn() -> Execution);

/// All cases; each is drawn as `snapshots/NAME.txt` has it.
pub const ALL: [Case; 20] = [
    ("lost_update", memory::lost_update),
    ("message_passing", memory::message_passing),
    ("store_buffering", memory::store_buffering),
    ("independent_reads", memory::independent_reads),
    ("deadlock", waiting::deadlock),
    ("data_race", memory::data_race),
    ("lost_wakeup", waiting::lost_wakeup),
    ("lock_taken_twice", waiting::lock_taken_twice),
    ("readers_block_a_writer", waiting::readers_block_a_writer),
    ("nobody_unparks", waiting::nobody_unparks),
    ("barrier_for_three", waiting::barrier_for_three),
    ("raised_by_an_operation", shapes::raised_by_an_operation),
    ("compare_exchange", memory::compare_exchange),
    ("values_of_each_kind", shapes::values_of_each_kind),
    ("long_names", shapes::long_names),
    ("five_lanes", shapes::five_lanes),
    ("many_steps", shapes::many_steps),
    ("one_lane", shapes::one_lane),
    ("calls_that_fit_no_order", shapes::calls_that_fit_no_order),
    ("empty", Execution::default),
];

/// Returns the case of this name.
pub fn case(name: &str) -> Execution {
    let found = ALL.iter().find(|(other, _)| *other == name);
    found.expect("a case of this name").1()
}

/// An assertion that failed in this lane.
fn panicked(lane: usize, message: &str) -> Option<Failure> {
    let place = Place::new("lessons/03-atomic/src/./laws.rs", 71, 5);
    Some(Failure {
        place: Some(place),
        ..failure(FailureKind::Panic, Some(lane), message)
    })
}

fn deadlocked() -> Option<Failure> {
    let message = "deadlock: no thread that is left can go on";
    Some(failure(FailureKind::Deadlock, None, message))
}

fn raced(lane: usize, message: &str) -> Option<Failure> {
    Some(failure(FailureKind::DataRace, Some(lane), message))
}

fn failure(kind: FailureKind, lane: Option<usize>, message: &str) -> Failure {
    let message = message.to_owned();
    Failure {
        kind,
        lane,
        message,
        place: None,
    }
}
