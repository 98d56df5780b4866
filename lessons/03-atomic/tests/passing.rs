//! The laws of the lesson, held against the sound types: in every execution of the model, and on real threads.

use atomic::machine;
use atomic::model::bounded_sale::BoundedSale;
use atomic::model::counter::AtomicCounter;
use atomic::model::dekker::DekkerEntry;
use atomic::model::double_checked::DoubleChecked;
use atomic::model::laws;
use atomic::model::message::Message;
use atomic::model::refcount::RefCount;
use atomic::model::relaxed_message::RelaxedMessage;
use atomic::model::seqlock::SeqLock;
use atomic::model::store_buffer::StoreBuffer;
use atomic::model::torn_read::TornRead;
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};

/// Checks a law in every execution.
#[track_caller]
fn holds(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    let explored = assert_holds(mode, law);
    println!("{explored}");
    assert!(explored.executions > 1);
}

#[test]
fn no_update_is_lost() {
    holds(Weak, || laws::no_update_is_lost::<AtomicCounter>(2));
    holds(Weak, || laws::no_update_is_lost::<AtomicCounter>(3));
    let counted = machine::counter::count::<machine::counter::AtomicCounter>(4, 10_000);
    assert_eq!(counted, 40_000);
}

#[test]
fn no_update_is_lost_in_stripes() {
    holds(Weak, || laws::no_update_is_lost_in_stripes::<1>(2));
    holds(Weak, || laws::no_update_is_lost_in_stripes::<2>(2));
    holds(Weak, || laws::no_update_is_lost_in_stripes::<2>(3));
    machine::laws::no_update_is_lost_in_stripes::<8>(4);
}

#[test]
fn no_update_is_lost_in_owned_cells() {
    holds(Weak, || laws::no_update_is_lost_in_owned_cells(1, 2));
    holds(Weak, || laws::no_update_is_lost_in_owned_cells(2, 1));
    machine::laws::no_update_is_lost_in_owned_cells(4, 10_000);
}

#[test]
fn no_more_are_sold_than_there_are() {
    holds(Weak, laws::no_more_are_sold_than_there_are::<BoundedSale>);
    machine::laws::no_more_are_sold_than_there_are::<machine::bounded_sale::BoundedSale>();
}

// ANCHOR: ready_means_written
#[test]
fn ready_means_written() {
    holds(Weak, laws::ready_means_written::<Message>);
    machine::laws::ready_means_written::<machine::message::Message>();
}
// ANCHOR_END: ready_means_written

#[test]
fn one_enters_at_most() {
    holds(Weak, laws::one_enters_at_most::<DekkerEntry>);
    machine::laws::one_enters_at_most::<machine::dekker::DekkerEntry>();
}

#[test]
fn a_value_is_made_once() {
    holds(Weak, laws::a_value_is_made_once::<DoubleChecked>);
    machine::laws::a_value_is_made_once::<machine::double_checked::DoubleChecked>();
}

#[test]
fn what_is_read_was_written_together() {
    holds(Weak, || {
        laws::what_is_read_was_written_together::<SeqLock>(1)
    });
    holds(Weak, || {
        laws::what_is_read_was_written_together::<SeqLock>(2)
    });
    machine::laws::what_is_read_was_written_together::<machine::seqlock::SeqLock>(1_000);
}

#[test]
fn the_last_owner_frees() {
    holds(Weak, laws::the_last_owner_frees::<RefCount>);
    machine::laws::the_last_owner_frees::<machine::refcount::RefCount>();
}

#[test]
fn whoever_is_told_to_stop_stops() {
    holds(Weak, laws::whoever_is_told_to_stop_stops);
    machine::laws::whoever_is_told_to_stop_stops();
}

#[test]
fn two_parties_exclude_each_other() {
    holds(Weak, || laws::two_parties_exclude_each_other([1, 1]));
    holds(Weak, || laws::two_parties_exclude_each_other([1, 2]));
    machine::laws::two_parties_exclude_each_other([1_000, 1_000]);
}

// ANCHOR: no_interleaving_breaks
/// Where every load sees the newest store nothing is wrong with them: their orderings are all that is broken.
#[test]
fn no_interleaving_breaks_what_weak_memory_breaks() {
    holds(Interleaving, laws::ready_means_written::<RelaxedMessage>);
    holds(Interleaving, laws::one_enters_at_most::<StoreBuffer>);
    holds(Interleaving, || {
        laws::what_is_read_was_written_together::<TornRead>(1)
    });
}
// ANCHOR_END: no_interleaving_breaks
