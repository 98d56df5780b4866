//! Red on purpose: each law of the lesson against the types that break it.
//!
//! `cargo test -p atomic --test failing` shows all of them fail, each with the interleaving that does it.
//! A bare `cargo test` leaves them out; `cargo xtask check` demands that each fails as recorded in `snapshots`.

use atomic::model::checked_twice::CheckedTwice;
use atomic::model::eager_free::EagerFree;
use atomic::model::laws;
use atomic::model::racy::RacyCounter;
use atomic::model::relaxed_message::RelaxedMessage;
use atomic::model::store_buffer::StoreBuffer;
use atomic::model::torn_read::TornRead;
use atomic::model::wrapping_sales::WrappingSales;
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};

#[track_caller]
fn fails(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    assert_holds(mode, law);
}

#[test]
fn no_update_is_lost() {
    fails(Interleaving, || laws::no_update_is_lost::<RacyCounter>(2));
}

#[test]
fn no_more_are_sold_than_there_are() {
    fails(
        Interleaving,
        laws::no_more_are_sold_than_there_are::<WrappingSales>,
    );
}

// ANCHOR: ready_means_written
#[test]
fn ready_means_written() {
    fails(Weak, laws::ready_means_written::<RelaxedMessage>);
}
// ANCHOR_END: ready_means_written

#[test]
fn one_enters_at_most() {
    fails(Weak, laws::one_enters_at_most::<StoreBuffer>);
}

#[test]
fn a_value_is_made_once() {
    fails(Weak, laws::a_value_is_made_once::<CheckedTwice>);
}

#[test]
fn what_is_read_was_written_together() {
    fails(Weak, || {
        laws::what_is_read_was_written_together::<TornRead>(1)
    });
}

#[test]
fn the_last_owner_frees() {
    fails(Weak, laws::the_last_owner_frees::<EagerFree>);
}
