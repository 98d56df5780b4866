//! The laws of the lesson, held against the sound types: in every execution of the model, and on real threads.

use lock::model::bank::OrderedLocks;
use lock::model::desk::ShortSection;
use lock::model::futex_lock::FutexLock;
use lock::model::handover::PredicateLoop;
use lock::model::laws;
use lock::model::locked::LockedCounter;
use lock::model::philosophers::lower_fork_first;
use lock::model::price_list::LookedUpAgain;
use lock::model::sale::LockedSale;
use lock::model::spin::SpinLock;
use lock::model::test_and_set::TestAndSetLock;
use lock::model::ticket::TicketLock;
use lock::processes::{Protection, add_from_two_processes};
use lock::{deadlock, machine};
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};
use shared::model::Model;

/// Checks a law in every execution.
#[track_caller]
fn holds(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    assert!(assert_holds(mode, law).executions > 1);
}

/// Checks a law that has too many executions for all of them, as those of three threads have: those with at most so many
/// preemptions.
///
/// What the broken sibling of a law's subject does wrong shows with two already.
#[track_caller]
fn holds_within(preemptions: usize, mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    let model = Model {
        preemptions: Some(preemptions),
        ..Model::new(mode)
    };
    match model.check(law) {
        Ok(explored) => assert!(explored.executions > 1),
        Err(counterexample) => panic!("{counterexample}"),
    }
}

#[test]
fn no_update_is_lost() {
    holds(Interleaving, || laws::no_update_is_lost::<LockedCounter>(2));
    holds(Interleaving, || laws::no_update_is_lost::<LockedCounter>(3));
    assert_eq!(
        machine::counter::count::<machine::locked::LockedCounter>(4, 10_000),
        40_000
    );
}

#[test]
fn no_update_is_lost_under_a_lock_that_spins() {
    // Three threads that spin do not terminate in the model.
    holds(Weak, || laws::no_update_is_lost::<TestAndSetLock<usize>>(2));
    holds(Weak, || laws::no_update_is_lost::<SpinLock<usize>>(2));
    holds(Weak, || laws::no_update_is_lost::<TicketLock<usize>>(2));
    let counted = [
        machine::counter::count::<machine::test_and_set::TestAndSetLock<usize>>(2, 10_000),
        machine::counter::count::<machine::spin::SpinLock<usize>>(2, 10_000),
        machine::counter::count::<machine::ticket::TicketLock<usize>>(2, 1_000),
    ];
    assert_eq!(counted, [20_000, 20_000, 2_000]);
}

#[test]
fn no_update_is_lost_under_a_lock_that_sleeps() {
    holds(Weak, || laws::no_update_is_lost::<FutexLock<usize>>(2));
    holds_within(3, Weak, || laws::no_update_is_lost::<FutexLock<usize>>(3));
    assert_eq!(
        machine::counter::count::<machine::futex_lock::FutexLock<usize>>(4, 10_000),
        40_000
    );
}

#[test]
fn nobody_sees_half_a_write() {
    let law = laws::nobody_sees_half_a_write;
    holds(Weak, move || law(1, 1));
    holds(Weak, move || law(0, 2));
    holds_within(2, Weak, move || law(2, 1));
    holds_within(2, Weak, move || law(1, 2));
    machine::laws::nobody_sees_half_a_write(8, 4);
    assert_eq!(
        machine::counter::count::<machine::read_write::ReadWriteLock<usize>>(4, 10_000),
        40_000
    );
}

#[test]
fn readers_go_in_together() {
    holds(Weak, laws::readers_go_in_together);
    machine::laws::readers_go_in_together();
}

#[test]
fn a_waiting_writer_keeps_new_readers_out() {
    holds_within(3, Weak, laws::a_waiting_writer_keeps_new_readers_out);
    machine::laws::a_waiting_writer_keeps_new_readers_out();
}

#[test]
fn a_seat_is_sold_once() {
    holds(Interleaving, laws::a_seat_is_sold_once::<LockedSale>);
    machine::laws::a_seat_is_sold_once::<machine::sale::LockedSale>();
}

#[test]
fn money_is_never_out_of_sight() {
    holds(
        Interleaving,
        laws::money_is_never_out_of_sight::<OrderedLocks>,
    );
    machine::laws::money_is_never_out_of_sight::<machine::bank::OrderedLocks>();
}

// ANCHOR: opposite_transfers_both_end
#[test]
fn opposite_transfers_both_end() {
    holds(
        Interleaving,
        laws::opposite_transfers_both_end::<OrderedLocks>,
    );
    machine::laws::opposite_transfers_both_end::<machine::bank::OrderedLocks>();
}
// ANCHOR_END: opposite_transfers_both_end

#[test]
fn everybody_eats() {
    holds(Interleaving, || laws::everybody_eats(2, lower_fork_first));
    holds(Interleaving, || laws::everybody_eats(3, lower_fork_first));
    machine::laws::everybody_eats(5, machine::philosophers::lower_fork_first);
}

#[test]
fn each_visitor_has_a_ticket_of_their_own() {
    holds(
        Interleaving,
        laws::each_visitor_has_a_ticket_of_their_own::<ShortSection>,
    );
    machine::laws::each_visitor_has_a_ticket_of_their_own::<machine::desk::ShortSection>();
}

#[test]
fn the_price_is_asked_for_once() {
    holds(
        Interleaving,
        laws::the_price_is_asked_for_once::<LookedUpAgain>,
    );
    machine::laws::the_price_is_asked_for_once::<machine::price_list::LookedUpAgain>();
}

#[test]
fn what_is_put_is_taken() {
    holds(Interleaving, laws::what_is_put_is_taken::<PredicateLoop>);
    machine::laws::what_is_put_is_taken::<machine::handover::PredicateLoop>();
}

#[test]
fn each_taker_gets_a_ticket() {
    holds(
        Interleaving,
        laws::each_taker_gets_a_ticket::<PredicateLoop>,
    );
    machine::laws::each_taker_gets_a_ticket::<machine::handover::PredicateLoop>();
}

#[test]
fn no_more_are_inside_than_there_are_permits() {
    let law = laws::no_more_are_inside_than_there_are_permits;
    holds(Weak, move || law(1, 2));
    holds_within(2, Weak, move || law(1, 3));
    holds_within(2, Weak, move || law(2, 3));
    machine::laws::no_more_are_inside_than_there_are_permits(2, 8);
}

#[test]
fn a_permit_hands_over_what_was_done_with_it() {
    holds(Weak, laws::a_permit_hands_over_what_was_done_with_it);
    machine::laws::a_permit_hands_over_what_was_done_with_it();
}

#[test]
fn nobody_goes_on_before_all_have_come() {
    let law = laws::nobody_goes_on_before_all_have_come;
    holds(Weak, move || law(2, 1));
    holds_within(2, Weak, move || law(2, 2));
    holds_within(2, Weak, move || law(3, 1));
    machine::laws::nobody_goes_on_before_all_have_come(2, 1_000);
    machine::laws::nobody_goes_on_before_all_have_come(5, 200);
}

#[test]
fn no_update_is_lost_across_processes() {
    let program = env!("CARGO_BIN_EXE_lock").as_ref();
    let sum = add_from_two_processes(program, 1_000, Protection::Locked);
    assert_eq!(sum.expect("the two processes run").counted, 2_000);
}

#[test]
fn a_deadlock_of_real_threads_is_told_and_one_order_has_none() {
    let mut told = deadlock::in_opposite_orders();
    told.sort_by(|a, b| a.thread.cmp(&b.thread));
    let told = told
        .iter()
        .map(|standing| (&*standing.thread, &*standing.holds, standing.waits_for));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("A", &["alice"][..], Some("bob")),
            ("B", &["bob"][..], Some("alice"))
        ]
    );
    assert_eq!(deadlock::in_one_order(), None);
}
