//! Nothing leaks, and nothing is dropped twice: each value counts how often it is dropped.

use super::super::first_block::{FirstBlock, Reach};
use super::super::one_shot::one_shot;
use super::super::spsc_ring::SpscRing;
use super::super::world::call;
use super::{Arc, AtomicUsize, Consumer, Fifo, NO_PANIC, Producer, Relaxed, Ring, thread};

/// Counts its drops.
#[derive(Debug)]
pub struct Ware(Arc<AtomicUsize>);

impl Drop for Ware {
    fn drop(&mut self) {
        // Relaxed: counted for the law alone, and read when all threads are joined.
        self.0.fetch_add(1, Relaxed);
    }
}

/// What a queue holds is dropped once: what was popped, what was refused, and what is left when the queue is dropped.
///
/// # Panics
///
/// Panics if a value leaks, or is dropped twice.
pub fn what_a_queue_holds_is_dropped_once<F: Fifo<Ware>>() {
    each_is_dropped_once(|wares: [Ware; 3]| {
        let queue = Arc::new(F::bounded(2));
        let producer = thread::spawn({
            let queue = Arc::clone(&queue);
            move || {
                wares
                    .into_iter()
                    .for_each(|ware| drop(queue.try_push(ware)))
            }
        });
        drop(queue.try_pop());
        producer.join().expect(NO_PANIC);
    });
}

/// The same of a ring, whose ends are in two threads.
///
/// # Panics
///
/// Panics if a value leaks, or is dropped twice.
pub fn what_a_ring_holds_is_dropped_once<R: Ring<Ware>>() {
    each_is_dropped_once(|wares: [Ware; 3]| {
        let (mut producer, mut consumer) = R::split(2);
        let writer = thread::spawn(move || {
            wares
                .into_iter()
                .for_each(|ware| drop(producer.try_push(ware)));
        });
        drop(consumer.try_pop());
        writer.join().expect(NO_PANIC);
    });
}

/// The same of a ring that is filled and emptied in batches.
///
/// # Panics
///
/// Panics if a value leaks, or is dropped twice.
pub fn what_a_batch_holds_is_dropped_once() {
    each_is_dropped_once(|wares: [Ware; 3]| {
        let (mut producer, mut consumer) = SpscRing::split(2);
        let writer = thread::spawn(move || {
            let mut wares = wares.into_iter();
            let pushed = producer.push_all(&mut wares);
            pushed + producer.push_all(&mut wares)
        });
        let mut popped = Vec::new();
        consumer.pop_all(&mut popped);
        let pushed = writer.join().expect(NO_PANIC);
        assert!(popped.len() <= pushed, "more came out than went in");
    });
}

/// What is sent is dropped once, also if the receiver leaves meanwhile.
///
/// # Panics
///
/// Panics if a value leaks, or is dropped twice.
pub fn what_is_sent_is_dropped_once() {
    each_is_dropped_once(|[ware]| {
        let (sender, receiver) = one_shot();
        let clerk = thread::spawn(move || drop(sender.send(ware)));
        drop(receiver);
        clerk.join().expect(NO_PANIC);
    });
}

// ANCHOR: freed
/// What is made is freed once, though the channel is closed while a sender makes its first block.
///
/// # Panics
///
/// Panics if the block is freed twice, or not at all.
pub fn what_is_made_is_freed_once<R: Reach>() {
    let channel = Arc::new(FirstBlock::<R>::open());
    let sender = thread::spawn({
        let channel = Arc::clone(&channel);
        move || send(&channel)
    });
    send(&channel);
    let closing = call(format_args!("close()"));
    channel.close();
    closing.gives(());
    sender.join().expect(NO_PANIC);
    let channel = Arc::into_inner(channel).expect("both have left");
    assert_eq!(channel.end(), 1, "one block was made, and not freed once");
}
// ANCHOR_END: freed

fn send<R: Reach>(channel: &FirstBlock<R>) -> bool {
    call(format_args!("send()")).gives(channel.send())
}

// ANCHOR: each_is_dropped_once
/// Hands out so many wares, lets `trade` deal with them, and demands that each was dropped once.
fn each_is_dropped_once<const WARES: usize>(trade: impl FnOnce([Ware; WARES])) {
    let drops: [_; WARES] = std::array::from_fn(|_| Arc::new(AtomicUsize::new(0)));
    trade(drops.each_ref().map(|drops| Ware(Arc::clone(drops))));
    let drops = drops.map(|drops| drops.load(Relaxed));
    assert_eq!(drops, [1; WARES], "not each value is dropped once");
}
// ANCHOR_END: each_is_dropped_once
