//! Red on purpose: each law of the lesson against the type that breaks it.
//!
//! `cargo test -p race --test failing` shows all of them fail, each with the interleaving that does it.
//! A bare `cargo test` leaves them out; `cargo xtask check` demands that each fails as recorded in `snapshots`.

use race::model::early_flag::EarlyFlag;
use race::model::oversold::OversoldSeat;
use race::model::{laws, racy};
use race::processes;
use shared::assert_holds;
use shared::model::Mode;

// ANCHOR: no_update_is_lost
#[test]
fn no_update_is_lost() {
    assert_holds(Mode::Interleaving, || laws::no_update_is_lost(racy::count));
}
// ANCHOR_END: no_update_is_lost

#[test]
fn a_seat_is_sold_once() {
    assert_holds(
        Mode::Interleaving,
        laws::a_seat_is_sold_once::<OversoldSeat>,
    );
}

#[test]
fn ready_means_written() {
    assert_holds(Mode::Interleaving, laws::ready_means_written::<EarlyFlag>);
}

#[test]
fn no_update_is_lost_across_processes() {
    let told = processes::follow(env!("CARGO_BIN_EXE_race").as_ref(), "ABAB")
        .expect("the two processes run");
    assert!(told.failure().is_none(), "{told}");
}
