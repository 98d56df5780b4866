//! What must hold in every execution, written once for the broken types and for the sound ones.

use super::fifo::Fifo;
use super::ring::{Consumer, Producer, Ring};
use super::world::call;
use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use super::world::thread;

mod drops;
mod orders;
mod waiting;

pub use drops::{
    what_a_batch_holds_is_dropped_once, what_a_queue_holds_is_dropped_once,
    what_a_ring_holds_is_dropped_once, what_is_made_is_freed_once, what_is_sent_is_dropped_once,
};
pub use orders::{
    Ask, calls_fit_an_order, calls_on_a_ring_fit_an_order, calls_that_wait_fit_an_order,
};
pub use waiting::{
    a_closed_queue_drains, a_producer_waits_for_room, a_sender_that_leaves_is_not_waited_for,
    closing_wakes_all_who_wait, nobody_sleeps_beside_a_ticket, nobody_sleeps_beside_a_value,
    order_is_kept, what_is_sent_is_received,
};

/// Each value is popped once: of two values, two consumers get one each.
///
/// # Panics
///
/// Panics if both get the same, or one of them nothing.
pub fn each_value_is_popped_once<F: Fifo<u32>>() {
    let queue = Arc::new(F::bounded(2));
    accept(&*queue, 1);
    accept(&*queue, 2);
    let other = thread::spawn({
        let queue = Arc::clone(&queue);
        move || pop(&*queue)
    });
    let mut popped = [pop(&*queue), other.join().expect(NO_PANIC)];
    popped.sort_unstable();
    assert_eq!(popped, [Some(1), Some(2)], "not each value is popped once");
}

/// What was accepted comes out in order, from a queue with room for two, to whom three are offered.
///
/// # Panics
///
/// Panics if another sequence comes out than the one that was accepted.
pub fn what_was_accepted_comes_out_in_order<F: Fifo<u32>>() {
    let queue = Arc::new(F::bounded(2));
    let producer = thread::spawn({
        let queue = Arc::clone(&queue);
        move || {
            (1..=3)
                .filter(|&value| push(&*queue, value).is_ok())
                .collect::<Vec<_>>()
        }
    });
    let mut popped: Vec<_> = pop(&*queue).into_iter().collect();
    let accepted = producer.join().expect(NO_PANIC);
    popped.extend(std::iter::from_fn(|| pop(&*queue)));
    assert_eq!(popped, accepted, "what was popped is not what was accepted");
}

/// What two threads push and pop balances: each pushes one value and pops one, and what is left is in the queue.
///
/// # Panics
///
/// Panics if a value is gone, or there twice.
pub fn what_two_threads_push_and_pop_balances<F: Fifo<u32>>(capacity: usize) {
    let queue = Arc::new(F::bounded(capacity));
    let visit = |value| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || (push(&*queue, value).is_ok(), pop(&*queue)))
    };
    let visits = [visit(1), visit(2)].map(|visit| visit.join().expect(NO_PANIC));
    let mut popped: Vec<u32> = visits.iter().filter_map(|(_, popped)| *popped).collect();
    popped.extend(std::iter::from_fn(|| pop(&*queue)));
    popped.sort_unstable();
    let accepted = [1, 2].into_iter().zip(&visits).filter(|(_, visit)| visit.0);
    let accepted: Vec<u32> = accepted.map(|(value, _)| value).collect();
    assert_eq!(popped, accepted, "what was popped is not what was accepted");
}

/// What was written is read, in order, through a ring of which each end is in a thread of its own.
///
/// # Panics
///
/// Panics if another sequence comes out. A slot that is read before it is written is a data race.
pub fn what_was_written_is_read<R: Ring<u32>>(capacity: usize, values: u32) {
    let (mut producer, mut consumer) = R::split(capacity);
    let writer = thread::spawn(move || {
        for value in 1..=values {
            while push_at(&mut producer, value).is_err() {
                thread::yield_now();
            }
        }
    });
    for expected in 1..=values {
        assert_eq!(wait_for(&mut consumer), expected);
    }
    writer.join().expect(NO_PANIC);
    assert_eq!(consumer.try_pop(), None, "more came out than went in");
}

fn wait_for(consumer: &mut impl Consumer<u32>) -> u32 {
    loop {
        if let Some(value) = call(format_args!("pop()")).gives(consumer.try_pop()) {
            return value;
        }
        thread::yield_now();
    }
}

fn push_at(producer: &mut impl Producer<u32>, value: u32) -> Result<(), u32> {
    call(format_args!("push({value})")).gives(producer.try_push(value))
}

/// Pushes a value for which there is room.
fn accept(queue: &impl Fifo<u32>, value: u32) {
    push(queue, value).expect("there is room");
}

fn push(queue: &impl Fifo<u32>, value: u32) -> Result<(), u32> {
    call(format_args!("push({value})")).gives(queue.try_push(value))
}

fn pop(queue: &impl Fifo<u32>) -> Option<u32> {
    call(format_args!("pop()")).gives(queue.try_pop())
}

/// Why a thread of a law is joined without ado.
const NO_PANIC: &str = "a queue does not panic";
