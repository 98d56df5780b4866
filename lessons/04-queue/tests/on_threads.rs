//! The laws of the lesson, held against the sound types on real threads, where luck picks one execution; then many values.

use queue::machine::blocking_queue::BlockingQueue;
use queue::machine::channel::Channel;
use queue::machine::fifo::Fifo;
use queue::machine::lamport_ring::LamportRing;
use queue::machine::laws::{self, Ask};
use queue::machine::mpmc_queue::MpmcQueue;
use queue::machine::parking_queue::ParkingQueue;
use queue::machine::ring::{Consumer, Producer, Ring};
use queue::machine::spsc_ring::SpscRing;
use shared::trial::together;
use std::thread;

/// How many values each producer pushes.
const VALUES: u32 = 20_000;
/// Of those that go through a small ring; on a busy machine each handover takes until the other thread has a core.
const BATCHED: u32 = 2_000;

/// A value, and the number of its producer.
type Labelled = (usize, u32);

#[test]
fn the_laws_of_a_queue_that_nobody_waits_at() {
    fn hold<F: Fifo<u32>>() {
        laws::each_value_is_popped_once::<F>();
        laws::what_was_accepted_comes_out_in_order::<F>();
        laws::what_two_threads_push_and_pop_balances::<F>(1);
        laws::calls_fit_an_order::<F>(2, [&[Ask::Push(1), Ask::Pop], &[Ask::Push(2), Ask::Pop]]);
    }
    hold::<BlockingQueue<u32>>();
    hold::<MpmcQueue<u32>>();
    hold::<ParkingQueue<u32>>();
}

#[test]
fn the_laws_of_a_queue_that_threads_wait_at() {
    fn hold<C: Channel<u32>>() {
        laws::order_is_kept::<C>(1_000);
        laws::nobody_sleeps_beside_a_value::<C>();
        laws::a_closed_queue_drains::<C>();
        laws::closing_wakes_all_who_wait::<C>();
        laws::a_producer_waits_for_room::<C>();
    }
    hold::<BlockingQueue<u32>>();
    hold::<ParkingQueue<u32>>();
}

#[test]
fn the_laws_of_what_two_threads_own_and_of_what_is_dropped() {
    laws::what_was_written_is_read::<LamportRing<u32>>(3, 1_000);
    laws::what_was_written_is_read::<SpscRing<u32>>(3, 1_000);
    laws::calls_on_a_ring_fit_an_order::<LamportRing<u32>>();
    laws::calls_on_a_ring_fit_an_order::<SpscRing<u32>>();
    laws::what_is_sent_is_received();
    laws::a_sender_that_leaves_is_not_waited_for();
    laws::what_a_queue_holds_is_dropped_once::<BlockingQueue<_>>();
    laws::what_a_queue_holds_is_dropped_once::<MpmcQueue<_>>();
    laws::what_a_ring_holds_is_dropped_once::<LamportRing<_>>();
    laws::what_a_ring_holds_is_dropped_once::<SpscRing<_>>();
    laws::what_a_batch_holds_is_dropped_once();
    laws::what_is_sent_is_dropped_once();
}

#[test]
fn order_is_kept_from_each_producer() {
    fn hold<C: Channel<Labelled>>() {
        let queue = C::bounded(16);
        let popped = thread::scope(|scope| {
            let popper = || std::iter::from_fn(|| queue.pop()).collect::<Vec<_>>();
            let consumers = [0, 1].map(|_| scope.spawn(popper));
            together(2, |producer| {
                (0..VALUES).for_each(|value| assert_eq!(queue.push((producer, value)), Ok(())));
            });
            queue.close();
            consumers.map(|consumer| consumer.join().expect("popping does not panic"))
        });
        for seen in &popped {
            for producer in 0..2 {
                let values = seen.iter().filter(|value| value.0 == producer);
                assert!(values.is_sorted(), "a producer's order is not kept");
            }
        }
        let mut all = popped.concat();
        all.sort_unstable();
        let pushed = (0..2).flat_map(|producer| (0..VALUES).map(move |value| (producer, value)));
        assert!(all.into_iter().eq(pushed), "not each value is popped once");
    }
    hold::<BlockingQueue<Labelled>>();
    hold::<ParkingQueue<Labelled>>();
}

#[test]
fn batches_of_any_size_hand_over_all_in_order() {
    let (mut producer, mut consumer) = SpscRing::split(5);
    let writer = thread::spawn(move || {
        let mut values = 0..BATCHED;
        while !values.is_empty() {
            if producer.push_all(&mut values) == 0 {
                thread::yield_now();
            }
        }
    });
    let mut read = Vec::new();
    while read.len() < BATCHED as usize {
        if consumer.pop_all(&mut read) == 0 {
            thread::yield_now();
        }
    }
    writer.join().expect("pushing does not panic");
    assert!(read.into_iter().eq(0..BATCHED));
}

#[test]
fn an_iterator_that_panics_half_way_has_handed_over_the_first_half() {
    let (mut producer, mut consumer) = SpscRing::split(4);
    let mut values = (0..4).inspect(|&value| assert!(value < 2, "two are enough"));
    let push = std::panic::AssertUnwindSafe(|| producer.push_all(&mut values));
    assert!(std::panic::catch_unwind(push).is_err());
    assert_eq!(producer.try_push(7), Ok(()));
    let read: Vec<_> = std::iter::from_fn(|| consumer.try_pop()).collect();
    assert_eq!(read, [0, 1, 7]);
}
