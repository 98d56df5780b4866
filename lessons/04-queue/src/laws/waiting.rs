//! Whoever comes too early waits, and goes on as soon as there is something to go on with.

use super::super::channel::Channel;
use super::super::event_count::EventCount;
use super::super::one_shot::one_shot;
use super::super::world::{Named, call};
use super::{Arc, AtomicUsize, NO_PANIC, Relaxed, thread};

/// Order is kept, and whoever waits goes on: through a queue with room for one, one producer hands its values to one consumer.
///
/// # Panics
///
/// Panics if another sequence comes out. A wakeup that is lost leaves both asleep.
pub fn order_is_kept<C: Channel<u32>>(values: u32) {
    let queue = Arc::new(C::bounded(1));
    let producer = thread::spawn({
        let queue = Arc::clone(&queue);
        move || (1..=values).for_each(|value| assert_eq!(push(&*queue, value), Ok(())))
    });
    for expected in 1..=values {
        assert_eq!(pop(&*queue), Some(expected));
    }
    producer.join().expect(NO_PANIC);
}

/// Nobody sleeps beside a value: two consumers get one of two values each.
///
/// # Panics
///
/// Panics if they get anything else. A wakeup that is lost leaves one of them asleep.
pub fn nobody_sleeps_beside_a_value<C: Channel<u32>>() {
    let queue = Arc::new(C::bounded(2));
    let consumers = [&queue, &queue].map(|queue| {
        let queue = Arc::clone(queue);
        thread::spawn(move || pop(&*queue))
    });
    assert_eq!([push(&*queue, 1), push(&*queue, 2)], [Ok(()); 2]);
    let mut popped = consumers.map(|consumer| consumer.join().expect(NO_PANIC));
    popped.sort_unstable();
    assert_eq!(popped, [Some(1), Some(2)]);
}

/// Nobody sleeps beside a ticket: two visitors wait for two tickets by an event count.
///
/// # Panics
///
/// Panics if a thread does. A wakeup that is lost leaves a visitor asleep.
pub fn nobody_sleeps_beside_a_ticket() {
    let desk = Arc::new((AtomicUsize::new(0).named("tickets"), EventCount::new()));
    let visitors = [&desk, &desk].map(|desk| {
        let desk = Arc::clone(desk);
        thread::spawn(move || {
            let (tickets, arrival) = &*desk;
            // Relaxed, here and below: that a sleeper and a ticket do not miss each other is what the event count is for.
            while tickets
                .fetch_update(Relaxed, Relaxed, |tickets| tickets.checked_sub(1))
                .is_err()
            {
                arrival.wait_if(|| tickets.load(Relaxed) == 0);
            }
        })
    });
    for _ in 0..2 {
        desk.0.fetch_add(1, Relaxed);
        desk.1.notify();
    }
    for visitor in visitors {
        visitor.join().expect(NO_PANIC);
    }
}

/// A closed queue drains: what a push said was accepted is popped, though the queue is closed meanwhile.
///
/// # Panics
///
/// Panics if it was accepted and not popped, or the other way round.
pub fn a_closed_queue_drains<C: Channel<u32>>() {
    let queue = Arc::new(C::bounded(1));
    let producer = thread::spawn({
        let queue = Arc::clone(&queue);
        move || push(&*queue, 1).is_ok()
    });
    let closing = call(format_args!("close()"));
    queue.close();
    closing.gives(());
    let popped: Vec<_> = std::iter::from_fn(|| pop(&*queue)).collect();
    let accepted = producer.join().expect(NO_PANIC);
    assert_eq!(
        popped.len(),
        usize::from(accepted),
        "a value was accepted and lost"
    );
}

/// Closing wakes all who wait: a consumer with nothing to pop, or a producer without room.
///
/// # Panics
///
/// Panics if they get what cannot be had. Whoever is not woken sleeps for ever.
pub fn closing_wakes_all_who_wait<C: Channel<u32>>() {
    let (empty, full) = (Arc::new(C::bounded(1)), Arc::new(C::bounded(1)));
    assert_eq!(full.push(1), Ok(()));
    let consumer = thread::spawn({
        let empty = Arc::clone(&empty);
        move || empty.pop()
    });
    let producer = thread::spawn({
        let full = Arc::clone(&full);
        move || full.push(2)
    });
    empty.close();
    full.close();
    assert_eq!(consumer.join().expect(NO_PANIC), None);
    assert_eq!(producer.join().expect(NO_PANIC), Err(2));
    assert_eq!([full.pop(), full.pop()], [Some(1), None]);
}

/// A producer waits for room: it is never further ahead of the consumer than the capacity.
///
/// # Panics
///
/// Panics if more values are in the queue than there is room for.
pub fn a_producer_waits_for_room<C: Channel<u32>>() {
    let shop = Arc::new((C::bounded(1), AtomicUsize::new(0).named("pushed")));
    let producer = thread::spawn({
        let shop = Arc::clone(&shop);
        move || {
            let (queue, pushed) = &*shop;
            for value in 1..=2 {
                assert_eq!(push(queue, value), Ok(()));
                // Relaxed: a number that may be old, and then is less than there are.
                pushed.fetch_add(1, Relaxed);
            }
        }
    });
    let waiting = shop.1.load(Relaxed);
    assert!(waiting <= 1, "more values wait than there is room for");
    assert_eq!([pop(&shop.0), pop(&shop.0)], [Some(1), Some(2)]);
    producer.join().expect(NO_PANIC);
}

/// What is sent is received, though the receiver may come first and sleep.
///
/// # Panics
///
/// Panics if another value is received. A wakeup that is lost leaves the receiver asleep.
pub fn what_is_sent_is_received() {
    let (sender, receiver) = one_shot();
    let clerk = thread::spawn(move || sender.send(42));
    assert_eq!(receiver.receive(), Some(42));
    assert_eq!(clerk.join().expect(NO_PANIC), Ok(()));
}

/// Whoever waits for a sender that leaves is told so.
///
/// # Panics
///
/// Panics if a value is received. A wakeup that is lost leaves the receiver asleep.
pub fn a_sender_that_leaves_is_not_waited_for() {
    let (sender, receiver) = one_shot::<u32>();
    let clerk = thread::spawn(move || drop(sender));
    assert_eq!(receiver.receive(), None);
    clerk.join().expect(NO_PANIC);
}

fn push(queue: &impl Channel<u32>, value: u32) -> Result<(), u32> {
    call(format_args!("push({value})")).gives(queue.push(value))
}

fn pop(queue: &impl Channel<u32>) -> Option<u32> {
    call(format_args!("pop()")).gives(queue.pop())
}
