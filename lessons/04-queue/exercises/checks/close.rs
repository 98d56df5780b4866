//! Closes the queue under the hands of producers and consumers in every execution, and compares what went in with what came out.

use super::Queue;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicI32, Ordering::SeqCst};
use shared::model::{Counterexample, Explored, Mode, Model, Named, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "close",
    law: "What a push has accepted is popped, a push after the end gives its value back, and the end wakes all who wait.",
    page: "04-queue/fix-it.md",
    section: "Close under the lock",
    run,
};

fn run() -> Result<String, Refusal> {
    let mut small = vec![tried(SMALL, what_was_accepted_comes_out)?];
    small.push(a_closed_queue_drains()?);
    whoever_must_wait_sleeps()?;
    small.extend([
        ends(SMALL, AT_THE_END, the_end_wakes_consumers::<1>)?,
        ends(SMALL, AT_THE_END, the_end_wakes_producers::<1>)?,
        ends(SMALL, AT_THE_END, a_producer_without_room_learns_of_the_end)?,
        tried(SMALL, values_come_out_until_the_end)?,
    ]);
    let large = [
        ends(LARGE, AT_THE_END, the_end_wakes_consumers::<2>)?,
        ends(LARGE, AT_THE_END, the_end_wakes_producers::<2>)?,
        ends(LARGE, AT_THE_END, one_value_and_then_the_end)?,
        tried(LARGE, a_producer_that_is_woken_looks_again)?,
        tried(LARGE, a_consumer_that_is_woken_looks_again)?,
        ends(LARGE, BESIDE_A_VALUE, || each_consumer_gets_a_value(1))?,
        ends(LARGE, BESIDE_A_VALUE, || each_consumer_gets_a_value(2))?,
        ends(LARGE, BESIDE_ROOM, each_producer_finds_room)?,
    ];
    Ok(format!("{}; {}", explored(&small), explored(&large)))
}

const SMALL: Model = Model::new(Mode::Interleaving);

/// Three threads, or two that push and pop: without a bound, some right answers would take too long.
const LARGE: Model = Model {
    preemptions: Some(3),
    ..SMALL
};

fn tried(model: Model, law: fn()) -> Result<Explored, Refusal> {
    model.check(law).map_err(refused)
}

/// What it means if no thread can go on.
const AT_THE_END: &str = "deadlock: the queue is closed, and somebody sleeps whom nobody wakes";
const BESIDE_A_VALUE: &str = "deadlock: the queue is open, there is a value for each of two consumers, and somebody sleeps whom nobody wakes";
const BESIDE_ROOM: &str = "deadlock: the queue is open, there is room for each of two producers, and somebody sleeps whom nobody wakes";

fn ends(model: Model, stuck: &str, law: fn()) -> Result<Explored, Refusal> {
    model
        .check(law)
        .map_err(|failed| match failed.failure().kind {
            FailureKind::Deadlock => Refusal::shown_by(stuck, failed.execution().clone()),
            _ => refused(failed),
        })
}

fn refused(failed: Counterexample) -> Refusal {
    match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "whoever must wait looks again and again, and does not sleep: wait on a condition variable",
        ),
        _ => failed.into(),
    }
}

/// Starts a producer that pushes one value, and returns what the push returned.
fn producer(queue: &Arc<Queue<u32>>, value: u32) -> thread::JoinHandle<Result<(), u32>> {
    let queue = Arc::clone(queue);
    thread::spawn(move || queue.push(value))
}

fn consumer(queue: &Arc<Queue<u32>>) -> thread::JoinHandle<Option<u32>> {
    let queue = Arc::clone(queue);
    thread::spawn(move || queue.pop())
}

/// Pops until the end.
fn drained(queue: &Queue<u32>) -> Vec<u32> {
    std::iter::from_fn(|| queue.pop()).collect()
}

/// A push meets the end, and the last pop.
fn what_was_accepted_comes_out() {
    let queue = Arc::new(Queue::bounded(1));
    let producer = producer(&queue, 1);
    queue.close();
    let popped = drained(&queue);
    match producer.join().unwrap() {
        Ok(()) => assert!(
            popped == [1],
            "1 was accepted, and before the first `None` came out {popped:?}"
        ),
        Err(back) => assert!(
            back == 1 && popped.is_empty(),
            "1 was refused: {back} was given back, and {popped:?} came out"
        ),
    }
}

/// Closes a queue that holds two values, alone.
fn a_closed_queue_drains() -> Result<Explored, Refusal> {
    let alone = || {
        let queue = Queue::bounded(3);
        let mut pushed = vec![queue.push(1), queue.push(2)];
        queue.close();
        pushed.push(queue.push(3));
        assert!(
            pushed == [Ok(()), Ok(()), Err(3)],
            "1 and 2 were pushed before the end and 3 after it, and the pushes return {pushed:?}"
        );
        let popped = [queue.pop(), queue.pop(), queue.pop(), queue.pop()];
        assert!(
            popped == [Some(1), Some(2), None, None],
            "1 and 2 were in the queue when it was closed, and the pops return {popped:?}"
        );
    };
    SMALL.check(alone).map_err(|failed| match failed.failure().kind {
        FailureKind::Deadlock => Refusal::because(
            "the queue has room for 3: two are pushed, it is closed, another is pushed, and all is popped; and one of these calls waits",
        ),
        _ => refused(failed),
    })
}

/// Asks an open queue for more than there is, alone: the two checks that must find a deadlock.
fn whoever_must_wait_sleeps() -> Result<(), Refusal> {
    let one_too_many = || {
        let queue = Queue::bounded(1);
        let _ = (queue.push(1), queue.push(2));
    };
    let too_early = || {
        Queue::<u32>::bounded(1).pop();
    };
    sleeps(
        one_too_many,
        "the queue is open and has room for 1, and a second push has returned",
    )?;
    sleeps(
        too_early,
        "the queue is open and empty, and a pop has returned",
    )
}

fn sleeps(law: fn(), otherwise: &str) -> Result<(), Refusal> {
    let Err(ended) = SMALL.check(law) else {
        return Err(Refusal::because(otherwise));
    };
    match ended.failure().kind {
        FailureKind::Deadlock => Ok(()),
        _ => Err(refused(ended)),
    }
}

/// The end comes while a producer may wait for room, and then there is room.
fn a_producer_without_room_learns_of_the_end() {
    let queue = Arc::new(Queue::bounded(1));
    assert!(queue.push(1).is_ok(), "there is room, and 1 was refused");
    let producer = producer(&queue, 2);
    queue.close();
    let popped = drained(&queue);
    let pushed = producer.join().unwrap();
    assert!(
        popped == [1] && pushed == Err(2),
        "there was no room for 2 before the end: its push returns {pushed:?}, and {popped:?} came out"
    );
}

/// One producer, who closes the queue when it is done, and one consumer.
fn values_come_out_until_the_end() {
    let queue = Arc::new(Queue::bounded(1));
    let producer = thread::spawn({
        let queue = Arc::clone(&queue);
        move || {
            let pushed = [queue.push(1), queue.push(2)];
            queue.close();
            pushed
        }
    });
    let popped = drained(&queue);
    let pushed = producer.join().unwrap();
    assert!(
        pushed == [Ok(()), Ok(())] && popped == [1, 2],
        "the pushes of 1 and 2 return {pushed:?}, then the queue is closed, and {popped:?} came out"
    );
}

/// An open queue, and how far its pushes are ahead of its pops.
struct Watched {
    queue: Queue<u32>,
    /// The pushes that have returned, less the pops that have begun: no more than there are values in the queue.
    ahead: AtomicI32,
}

impl Watched {
    fn push(&self, value: u32) {
        let pushed = self.queue.push(value);
        assert!(pushed.is_ok(), "the queue is open, and {value} was refused");
        let ahead = self.ahead.fetch_add(1, SeqCst) + 1;
        assert!(
            ahead <= 1,
            "there is room for 1, and the pushes are {ahead} ahead of the pops"
        );
    }

    fn pop(&self) {
        self.ahead.fetch_sub(1, SeqCst);
        let popped = self.queue.pop();
        assert!(
            popped.is_some(),
            "the queue is open, and a pop returns `None`"
        );
    }
}

/// Lets two threads trade in an open queue, of which each may take what the other was woken for.
fn another_may_be_quicker(mine: fn(&Watched), theirs: fn(&Watched)) {
    let watched = Arc::new(Watched {
        queue: Queue::bounded(1),
        ahead: AtomicI32::new(0).named("ahead"),
    });
    watched.push(1);
    let other = thread::spawn({
        let watched = Arc::clone(&watched);
        move || theirs(&watched)
    });
    mine(&watched);
    other.join().unwrap();
}

fn a_producer_that_is_woken_looks_again() {
    let mine = |queue: &Watched| {
        queue.pop();
        queue.push(2);
        queue.pop();
    };
    another_may_be_quicker(mine, |queue| {
        queue.push(3);
        queue.pop();
    });
}

fn a_consumer_that_is_woken_looks_again() {
    let mine = |queue: &Watched| {
        queue.pop();
        queue.push(2);
        queue.pop();
        queue.push(3);
    };
    another_may_be_quicker(mine, |queue| {
        queue.pop();
        queue.push(4);
    });
}

/// Consumers wait, or are about to, when the end comes.
fn the_end_wakes_consumers<const CONSUMERS: usize>() {
    let queue = Arc::new(Queue::bounded(1));
    let consumers = [(); CONSUMERS].map(|()| consumer(&queue));
    queue.close();
    for consumer in consumers {
        let popped = consumer.join().unwrap();
        assert!(
            popped.is_none(),
            "nothing was pushed, and a pop returns {popped:?}"
        );
    }
}

/// Producers wait for room, or are about to, when the end comes.
fn the_end_wakes_producers<const PRODUCERS: usize>() {
    let queue = Arc::new(Queue::bounded(1));
    assert!(queue.push(1).is_ok(), "there is room, and 1 was refused");
    let producers = [2; PRODUCERS].map(|value| producer(&queue, value));
    queue.close();
    for producer in producers {
        let pushed = producer.join().unwrap();
        assert!(
            pushed == Err(2),
            "there is no room for 2, the queue is closed, and its push returns {pushed:?}"
        );
    }
}

/// Two consumers wait, or are about to, when one value comes and then the end.
fn one_value_and_then_the_end() {
    let queue = Arc::new(Queue::bounded(1));
    let consumers = [consumer(&queue), consumer(&queue)];
    assert!(
        queue.push(1).is_ok(),
        "the queue is open, and 1 was refused"
    );
    queue.close();
    let mut popped = consumers.map(|consumer| consumer.join().unwrap());
    popped.sort_unstable();
    assert!(
        popped == [None, Some(1)],
        "1 was pushed, then the queue was closed, and the pops return {popped:?}"
    );
}

/// Two consumers may sleep when two values come, the second before anybody has come for the first, if there is room.
fn each_consumer_gets_a_value(room: usize) {
    let queue = Arc::new(Queue::bounded(room));
    let consumers = [consumer(&queue), consumer(&queue)];
    let pushed = [queue.push(1), queue.push(2)];
    let mut popped = consumers.map(|consumer| consumer.join().unwrap());
    popped.sort_unstable();
    assert!(
        pushed == [Ok(()), Ok(())] && popped == [Some(1), Some(2)],
        "the queue is open: the pushes of 1 and 2 return {pushed:?}, and the pops of two consumers {popped:?}"
    );
}

/// Two producers may sleep when two values are popped, the second before anybody has come into the room of the first.
fn each_producer_finds_room() {
    let queue = Arc::new(Queue::bounded(2));
    let mut pushed = vec![queue.push(0), queue.push(0)];
    let producers = [producer(&queue, 1), producer(&queue, 2)];
    let popped = [queue.pop(), queue.pop()];
    pushed.extend(producers.map(|producer| producer.join().unwrap()));
    assert!(
        pushed == [Ok(()); 4] && popped == [Some(0); 2],
        "the queue is open: four pushes return {pushed:?}, and two pops {popped:?}"
    );
}
