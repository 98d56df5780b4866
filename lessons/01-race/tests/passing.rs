//! The laws of the lesson, held against the sound types: in every execution of the model, and on real threads.

use race::model::publication::Publication;
use race::model::seat::Seat;
use race::model::{laws, unshared};
use race::{machine, processes};
use shared::assert_holds;
use shared::model::Mode;

// ANCHOR: no_update_is_lost
#[test]
fn no_update_is_lost() {
    let explored = assert_holds(Mode::Interleaving, || {
        laws::no_update_is_lost(unshared::count)
    });
    assert!(explored.executions > 1);
    assert_eq!(machine::unshared::count(4, 10_000), 40_000);
}
// ANCHOR_END: no_update_is_lost

#[test]
fn a_seat_is_sold_once() {
    let explored = assert_holds(Mode::Interleaving, laws::a_seat_is_sold_once::<Seat>);
    assert!(explored.executions > 1);
    machine::laws::a_seat_is_sold_once::<machine::seat::Seat>();
}

#[test]
fn ready_means_written() {
    let explored = assert_holds(Mode::Interleaving, laws::ready_means_written::<Publication>);
    assert!(explored.executions > 1);
    machine::laws::ready_means_written::<machine::publication::Publication>();
}

#[test]
fn processes_that_take_turns_lose_no_update() {
    let program = env!("CARGO_BIN_EXE_race").as_ref();
    for schedule in ["AABB", "BBAA"] {
        let told = processes::follow(program, schedule).expect("the two processes run");
        assert!(told.failure().is_none(), "{schedule}: {told}");
    }
}
