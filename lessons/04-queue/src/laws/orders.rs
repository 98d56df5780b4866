//! Calls fit an order: whatever overlaps, the replies are those that one thread would get, making the calls one at a time.

use super::super::channel::Channel;
use super::super::world::history::Recorder;
use super::{Arc, Consumer, Fifo, NO_PANIC, Producer, Ring, thread};
use shared::history::{Queue, QueueCall, QueueReply};

/// What a thread asks of a queue.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    /// That it takes this value in.
    Push(u32),
    /// That it hands a value out.
    Pop,
    /// That it takes in nothing more.
    Close,
}

/// Calls on a queue that nobody waits at fit an order: two threads make theirs at once.
///
/// # Panics
///
/// Panics with the calls and the reply that no order explains.
pub fn calls_fit_an_order<F: Fifo<u32>>(capacity: usize, asked: [&'static [Ask]; 2]) {
    let queue = F::bounded(capacity);
    judge(capacity, asked, move |ask| match ask {
        Ask::Push(value) => match queue.try_push(value) {
            Ok(()) => QueueReply::Pushed,
            Err(_) => QueueReply::Full,
        },
        Ask::Pop => queue
            .try_pop()
            .map_or(QueueReply::Empty, QueueReply::Popped),
        Ask::Close => unreachable!("a `Fifo` has no end"),
    });
}

/// Calls on a queue that threads wait at fit an order: a push that waits returns when there is room, or after the end.
///
/// # Panics
///
/// Panics with the calls and the reply that no order explains.
pub fn calls_that_wait_fit_an_order<C: Channel<u32>>(capacity: usize, asked: [&'static [Ask]; 2]) {
    let queue = C::bounded(capacity);
    judge(capacity, asked, move |ask| match ask {
        Ask::Push(value) => match queue.push(value) {
            Ok(()) => QueueReply::Pushed,
            Err(_) => QueueReply::Closed,
        },
        Ask::Pop => queue.pop().map_or(QueueReply::Closed, QueueReply::Popped),
        Ask::Close => {
            queue.close();
            QueueReply::Closed
        }
    });
}

/// Calls at the two ends of a ring with room for one fit an order: one thread pushes twice, and the other pops twice.
///
/// # Panics
///
/// Panics with the calls and the reply that no order explains.
pub fn calls_on_a_ring_fit_an_order<R: Ring<u32>>() {
    let (mut producer, mut consumer) = R::split(1);
    let recorder = Recorder::new(Queue::bounded(1));
    let record = recorder.clone();
    let writer = thread::spawn(move || {
        for value in [1, 2] {
            record.call(QueueCall::Push(value), || match producer.try_push(value) {
                Ok(()) => QueueReply::Pushed,
                Err(_) => QueueReply::Full,
            });
        }
    });
    for _ in 0..2 {
        recorder.call(QueueCall::Pop, || {
            consumer
                .try_pop()
                .map_or(QueueReply::Empty, QueueReply::Popped)
        });
    }
    writer.join().expect(NO_PANIC);
    recorder.assert_linearizable();
}

// ANCHOR: judge
/// Has two threads ask, and judges the replies against a queue that one thread uses.
fn judge(
    capacity: usize,
    asked: [&'static [Ask]; 2],
    reply: impl Fn(Ask) -> QueueReply<u32> + Send + Sync + 'static,
) {
    let recorder = Recorder::new(Queue::bounded(capacity));
    let (reply, record) = (Arc::new(reply), recorder.clone());
    let ask_all = move |asks: &'static [Ask]| {
        for &ask in asks {
            record.call(ask.into(), || reply(ask));
        }
    };
    let other = thread::spawn({
        let ask_all = ask_all.clone();
        move || ask_all(asked[1])
    });
    ask_all(asked[0]);
    other.join().expect(NO_PANIC);
    recorder.assert_linearizable();
}
// ANCHOR_END: judge

impl From<Ask> for QueueCall<u32> {
    fn from(ask: Ask) -> Self {
        match ask {
            Ask::Push(value) => Self::Push(value),
            Ask::Pop => Self::Pop,
            Ask::Close => Self::Close,
        }
    }
}
