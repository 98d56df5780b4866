//! The laws of the lesson, held against the sound types: in every execution of the model; `on_threads.rs` has the machine.

use queue::model::blocking_queue::BlockingQueue;
use queue::model::first_block::ByTaking;
use queue::model::lamport_ring::LamportRing;
use queue::model::laws::{
    self,
    Ask::{self, Close, Pop, Push},
};
use queue::model::mpmc_queue::MpmcQueue;
use queue::model::parking_queue::ParkingQueue;
use queue::model::spsc_ring::SpscRing;
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};
use shared::model::Model;

/// Checks a law in every execution.
#[track_caller]
fn holds(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    assert!(assert_holds(mode, law).executions > 1);
}

/// Checks a law that has too many executions for all of them: those with at most so many preemptions.
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

// ANCHOR: each_value_is_popped_once
#[test]
fn each_value_is_popped_once() {
    holds(
        Interleaving,
        laws::each_value_is_popped_once::<BlockingQueue<u32>>,
    );
    holds(Weak, laws::each_value_is_popped_once::<MpmcQueue<u32>>);
    holds(Weak, laws::each_value_is_popped_once::<ParkingQueue<u32>>);
}
// ANCHOR_END: each_value_is_popped_once

#[test]
fn what_was_accepted_comes_out_in_order() {
    let blocking = laws::what_was_accepted_comes_out_in_order::<BlockingQueue<u32>>;
    holds(Interleaving, blocking);
    let mpmc = laws::what_was_accepted_comes_out_in_order::<MpmcQueue<u32>>;
    holds(Weak, mpmc);
    let parking = laws::what_was_accepted_comes_out_in_order::<ParkingQueue<u32>>;
    holds_within(2, Weak, parking);
}

#[test]
fn what_two_threads_push_and_pop_balances() {
    let blocking = laws::what_two_threads_push_and_pop_balances::<BlockingQueue<u32>>;
    holds(Interleaving, move || blocking(1));
    let mpmc = laws::what_two_threads_push_and_pop_balances::<MpmcQueue<u32>>;
    holds_within(2, Weak, move || mpmc(1));
    holds_within(2, Weak, move || mpmc(2));
    let parking = laws::what_two_threads_push_and_pop_balances::<ParkingQueue<u32>>;
    holds_within(1, Weak, move || parking(1));
}

#[test]
fn what_was_written_is_read() {
    holds(Weak, || {
        laws::what_was_written_is_read::<LamportRing<u32>>(1, 2)
    });
    holds(Weak, || {
        laws::what_was_written_is_read::<SpscRing<u32>>(1, 2)
    });
    holds_within(3, Weak, || {
        laws::what_was_written_is_read::<SpscRing<u32>>(2, 3)
    });
}

#[test]
fn order_is_kept() {
    holds(Interleaving, || {
        laws::order_is_kept::<BlockingQueue<u32>>(3)
    });
    holds(Weak, || laws::order_is_kept::<ParkingQueue<u32>>(1));
    holds_within(2, Weak, || laws::order_is_kept::<ParkingQueue<u32>>(2));
}

#[test]
fn nobody_sleeps_beside_a_value() {
    holds(
        Interleaving,
        laws::nobody_sleeps_beside_a_value::<BlockingQueue<u32>>,
    );
    holds_within(
        1,
        Weak,
        laws::nobody_sleeps_beside_a_value::<ParkingQueue<u32>>,
    );
    holds_within(2, Weak, laws::nobody_sleeps_beside_a_ticket);
}

#[test]
fn a_closed_queue_drains() {
    holds(
        Interleaving,
        laws::a_closed_queue_drains::<BlockingQueue<u32>>,
    );
    holds(Weak, laws::a_closed_queue_drains::<ParkingQueue<u32>>);
}

#[test]
fn closing_wakes_all_who_wait() {
    holds(
        Interleaving,
        laws::closing_wakes_all_who_wait::<BlockingQueue<u32>>,
    );
    holds_within(
        2,
        Weak,
        laws::closing_wakes_all_who_wait::<ParkingQueue<u32>>,
    );
}

#[test]
fn a_producer_waits_for_room() {
    holds(
        Interleaving,
        laws::a_producer_waits_for_room::<BlockingQueue<u32>>,
    );
    holds_within(
        2,
        Weak,
        laws::a_producer_waits_for_room::<ParkingQueue<u32>>,
    );
}

#[test]
fn what_is_sent_is_received() {
    holds(Weak, laws::what_is_sent_is_received);
    holds(Weak, laws::a_sender_that_leaves_is_not_waited_for);
}

#[test]
fn nothing_leaks_and_nothing_is_dropped_twice() {
    use laws::{what_a_queue_holds_is_dropped_once, what_a_ring_holds_is_dropped_once};
    holds(
        Interleaving,
        what_a_queue_holds_is_dropped_once::<BlockingQueue<_>>,
    );
    holds(Weak, what_a_queue_holds_is_dropped_once::<MpmcQueue<_>>);
    holds(Weak, what_a_ring_holds_is_dropped_once::<LamportRing<_>>);
    holds(Weak, what_a_ring_holds_is_dropped_once::<SpscRing<_>>);
    holds(Weak, laws::what_a_batch_holds_is_dropped_once);
    holds(Weak, laws::what_is_sent_is_dropped_once);
}

#[test]
fn what_is_made_is_freed_once() {
    holds(Weak, laws::what_is_made_is_freed_once::<ByTaking>);
}

/// Each thread pushes, then pops.
const BOTH_TRADE: [&[Ask]; 2] = [&[Push(1), Pop], &[Push(2), Pop]];

#[test]
fn calls_fit_an_order() {
    for capacity in [1, 2] {
        let blocking = laws::calls_fit_an_order::<BlockingQueue<u32>>;
        holds(Interleaving, move || blocking(capacity, BOTH_TRADE));
        let mpmc = laws::calls_fit_an_order::<MpmcQueue<u32>>;
        holds_within(2, Interleaving, move || mpmc(capacity, BOTH_TRADE));
        let parking = laws::calls_fit_an_order::<ParkingQueue<u32>>;
        holds_within(2, Interleaving, move || parking(capacity, BOTH_TRADE));
    }
    let mpmc = laws::calls_fit_an_order::<MpmcQueue<u32>>;
    holds(Interleaving, move || mpmc(2, [&[Push(1)], &[Push(2), Pop]]));
}

/// In interleaving mode: in weak memory an end that finds no room, or nothing, may have seen an older index.
#[test]
fn calls_on_a_ring_fit_an_order() {
    holds(
        Interleaving,
        laws::calls_on_a_ring_fit_an_order::<LamportRing<u32>>,
    );
    holds(
        Interleaving,
        laws::calls_on_a_ring_fit_an_order::<SpscRing<u32>>,
    );
}

#[test]
fn calls_that_wait_fit_an_order() {
    let scripts: [[&[Ask]; 2]; 2] = [
        [&[Push(1), Push(2), Close], &[Pop, Pop, Pop]],
        [&[Close, Pop], &[Push(1), Pop]],
    ];
    for asked in scripts {
        let blocking = laws::calls_that_wait_fit_an_order::<BlockingQueue<u32>>;
        holds(Interleaving, move || blocking(1, asked));
        let parking = laws::calls_that_wait_fit_an_order::<ParkingQueue<u32>>;
        holds_within(2, Interleaving, move || parking(1, asked));
    }
}
