//! Red on purpose: each law of the lesson against the types that break it.
//!
//! `cargo test -p thread-safe-structures --test failing` shows all of them fail, each with the interleaving that does it.
//! A bare `cargo test` leaves them out; `cargo xtask check` demands that each fails as recorded in `snapshots`.

use shared::assert_holds;
use shared::model::Mode::{self, Interleaving};
use thread_safe_structures::model::aba_stack::AbaStack;
use thread_safe_structures::model::contains_then_insert::ContainsThenInsert;
use thread_safe_structures::model::freed_too_early::FreedTooEarly;
use thread_safe_structures::model::get_then_insert::GetThenInsert;
use thread_safe_structures::model::laws;
use thread_safe_structures::model::len_and_iterate::LenAndIterate;
use thread_safe_structures::model::linear;
use thread_safe_structures::model::ref_held_across::RefHeldAcross;
use thread_safe_structures::model::shop::oversold::OversoldShop;
use thread_safe_structures::model::stack_laws;
use thread_safe_structures::model::words::in_two_shards;

#[track_caller]
fn fails(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    assert_holds(mode, law);
}

// ANCHOR: no_word_is_lost
#[test]
fn no_word_is_lost() {
    fails(Interleaving, || {
        laws::no_word_is_lost(GetThenInsert(in_two_shards()))
    });
}
// ANCHOR_END: no_word_is_lost

#[test]
fn no_word_is_lost_where_it_was_missing() {
    fails(Interleaving, || {
        laws::no_word_is_lost(ContainsThenInsert(in_two_shards()))
    });
}

#[test]
fn a_price_is_copied() {
    fails(Interleaving, laws::a_price_is_copied::<RefHeldAcross>);
}

#[test]
fn opposite_copies_both_end() {
    fails(
        Interleaving,
        laws::opposite_copies_both_end::<RefHeldAcross>,
    );
}

#[test]
fn a_visitor_who_changes_seats_is_seen() {
    fails(
        Interleaving,
        laws::a_visitor_who_changes_seats_is_seen::<LenAndIterate>,
    );
}

#[test]
fn nothing_is_freed_while_readable() {
    fails(Interleaving, || {
        stack_laws::each_value_is_popped_once::<FreedTooEarly<u32>>(1)
    });
}

#[test]
fn a_slot_is_one_threads_at_a_time() {
    fails(
        Interleaving,
        stack_laws::a_slot_is_one_threads_at_a_time::<AbaStack>,
    );
}

#[test]
fn calls_of_the_word_count_are_linearizable() {
    fails(Interleaving, || {
        linear::calls_of_the_word_count(GetThenInsert(in_two_shards()));
    });
}

#[test]
fn calls_of_the_free_list_are_linearizable() {
    fails(Interleaving, linear::calls_of_the_free_list::<AbaStack>);
}

#[test]
fn calls_of_the_hall_are_linearizable() {
    fails(Interleaving, linear::calls_of_the_hall::<LenAndIterate>);
}

#[test]
fn a_seat_is_sold_once_and_every_seat_is_sold() {
    fails(Interleaving, || {
        laws::a_seat_is_sold_once_and_every_seat_is_sold::<OversoldShop>(1, 2);
    });
}
