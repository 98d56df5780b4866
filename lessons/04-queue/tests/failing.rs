//! Red on purpose: each law of the lesson against the types that break it.
//!
//! `cargo test -p queue --test failing` shows all of them fail, each with the interleaving that does it.
//! A bare `cargo test` leaves them out; `cargo xtask check` demands that each fails as recorded in `snapshots`.

use queue::model::freed_twice::ByReading;
use queue::model::full_looks_empty::FullLooksEmpty;
use queue::model::hasty_pop::HastyPop;
use queue::model::laws::{self, Ask};
use queue::model::lost_on_close::LostOnClose;
use queue::model::peek_then_pop::PeekThenPop;
use queue::model::sleepy_consumer::SleepyConsumer;
use queue::model::unbounded::Unbounded;
use queue::model::unpublished_ring::{IndexFirst, RelaxedIndex, UnpublishedRing};
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};

#[track_caller]
fn fails(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    assert_holds(mode, law);
}

// ANCHOR: each_value_is_popped_once
#[test]
fn each_value_is_popped_once() {
    fails(
        Interleaving,
        laws::each_value_is_popped_once::<PeekThenPop<u32>>,
    );
}
// ANCHOR_END: each_value_is_popped_once

#[test]
fn what_was_accepted_comes_out_in_order() {
    fails(
        Interleaving,
        laws::what_was_accepted_comes_out_in_order::<FullLooksEmpty<u32>>,
    );
}

#[test]
fn what_was_written_is_read_index_first() {
    fails(Interleaving, || {
        laws::what_was_written_is_read::<UnpublishedRing<u32, IndexFirst>>(1, 1)
    });
}

#[test]
fn what_was_written_is_read_after_a_relaxed_index() {
    fails(Weak, || {
        laws::what_was_written_is_read::<UnpublishedRing<u32, RelaxedIndex>>(1, 1)
    });
}

#[test]
fn nobody_sleeps_beside_a_value() {
    fails(
        Interleaving,
        laws::nobody_sleeps_beside_a_value::<SleepyConsumer<u32>>,
    );
}

#[test]
fn a_closed_queue_drains() {
    fails(
        Interleaving,
        laws::a_closed_queue_drains::<LostOnClose<u32>>,
    );
}

#[test]
fn a_producer_waits_for_room() {
    fails(
        Interleaving,
        laws::a_producer_waits_for_room::<Unbounded<u32>>,
    );
}

// ANCHOR: calls_fit_an_order
#[test]
fn calls_fit_an_order() {
    fails(Interleaving, || {
        let asked: [&[Ask]; 2] = [&[Ask::Push(1)], &[Ask::Push(2), Ask::Pop]];
        laws::calls_fit_an_order::<HastyPop<u32>>(2, asked);
    });
}
// ANCHOR_END: calls_fit_an_order

// ANCHOR: what_is_made_is_freed_once
#[test]
fn what_is_made_is_freed_once() {
    fails(Interleaving, laws::what_is_made_is_freed_once::<ByReading>);
}
// ANCHOR_END: what_is_made_is_freed_once
