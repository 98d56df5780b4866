//! Red on purpose: each law of the lesson against the types that break it.
//!
//! `cargo test -p lock --test failing` shows all of them fail, each with the interleaving that does it.
//! A bare `cargo test` leaves them out; `cargo xtask check` demands that each fails as recorded in `snapshots`.

use lock::model::asked_once::AskedOnce;
use lock::model::dropped_guard::DroppedGuard;
use lock::model::forgotten_sleeper::ForgottenSleeperLock;
use lock::model::held_too_long::HeldTooLong;
use lock::model::laws;
use lock::model::lost_wakeup::LostWakeup;
use lock::model::opposite_order::OppositeOrder;
use lock::model::philosophers::left_fork_first;
use lock::model::racy::RacyCounter;
use lock::model::relaxed_unlock::RelaxedUnlockLock;
use lock::model::split_section::SplitSection;
use lock::model::torn_transfer::TornTransfer;
use lock::model::upgraded_read::UpgradedRead;
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};

#[track_caller]
fn fails(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    assert_holds(mode, law);
}

#[test]
fn no_update_is_lost_without_a_lock() {
    fails(Interleaving, || laws::no_update_is_lost::<RacyCounter>(2));
}

#[test]
fn no_update_is_lost_under_a_dropped_guard() {
    fails(Interleaving, || laws::no_update_is_lost::<DroppedGuard>(2));
}

#[test]
fn a_seat_is_sold_once() {
    fails(Interleaving, laws::a_seat_is_sold_once::<SplitSection>);
}

#[test]
fn money_is_never_out_of_sight() {
    fails(
        Interleaving,
        laws::money_is_never_out_of_sight::<TornTransfer>,
    );
}

// ANCHOR: opposite_transfers_both_end
#[test]
fn opposite_transfers_both_end() {
    fails(
        Interleaving,
        laws::opposite_transfers_both_end::<OppositeOrder>,
    );
}
// ANCHOR_END: opposite_transfers_both_end

#[test]
fn everybody_eats() {
    fails(Interleaving, || laws::everybody_eats(3, left_fork_first));
}

#[test]
fn each_visitor_has_a_ticket_of_their_own() {
    fails(
        Interleaving,
        laws::each_visitor_has_a_ticket_of_their_own::<HeldTooLong>,
    );
}

#[test]
fn the_price_is_asked_for_once() {
    fails(
        Interleaving,
        laws::the_price_is_asked_for_once::<UpgradedRead>,
    );
}

#[test]
fn what_is_put_is_taken() {
    fails(Interleaving, laws::what_is_put_is_taken::<LostWakeup>);
}

#[test]
fn each_taker_gets_a_ticket() {
    fails(Interleaving, laws::each_taker_gets_a_ticket::<AskedOnce>);
}

#[test]
fn no_update_is_lost_under_a_relaxed_unlock() {
    fails(Weak, || {
        laws::no_update_is_lost::<RelaxedUnlockLock<usize>>(2)
    });
}

#[test]
fn nobody_sleeps_for_ever() {
    fails(Interleaving, || {
        laws::no_update_is_lost::<ForgottenSleeperLock<usize>>(3)
    });
}
