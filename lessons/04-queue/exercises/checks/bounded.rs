//! Lets producers and consumers meet at the queue in every execution, and counts what is in it.

use super::Queue;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicI32, Ordering::SeqCst};
use shared::model::{Counterexample, Explored, Mode, Model, Named, thread};
use shared::timeline::FailureKind;
use std::cell::Cell;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "bounded",
    law: "No more values are in the queue than there is room for, none is lost, and whoever must wait sleeps.",
    page: "04-queue/fix-it.md",
    section: "Make the producer wait",
    run,
};

fn run() -> Result<String, Refusal> {
    whatever_was_taken_in_comes_out()?;
    let mut small = vec![
        tried(SMALL, a_producer_waits_for_room)?,
        all_room_can_be_used()?,
    ];
    whoever_must_wait_sleeps()?;
    small.push(tried(SMALL, another_may_be_quicker)?);
    let large = [
        tried(LARGE, values_come_out_in_order)?,
        ends(LARGE, BESIDE_A_VALUE, || each_consumer_gets_a_value(1))?,
        ends(LARGE, BESIDE_A_VALUE, || each_consumer_gets_a_value(2))?,
        ends(LARGE, BESIDE_ROOM, each_producer_finds_room)?,
    ];
    Ok(format!("{}; {}", explored(&small), explored(&large)))
}

const SMALL: Model = Model::new(Mode::Interleaving);

/// Three threads, or three values: without a bound, some right answers would take too long.
const LARGE: Model = Model {
    preemptions: Some(3),
    ..SMALL
};

fn tried(model: Model, law: fn()) -> Result<Explored, Refusal> {
    model.check(law).map_err(refused)
}

/// What it means if no thread can go on.
const BESIDE_A_VALUE: &str =
    "deadlock: there is a value for each of two consumers, and somebody sleeps whom nobody wakes";
const BESIDE_ROOM: &str =
    "deadlock: there is room for each of two producers, and somebody sleeps whom nobody wakes";

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

thread_local! {
    /// How many values have come out since the last push returned; the model runs on one thread of the machine.
    static CAME_OUT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Pushes one value too many, alone, and pops them all: if every push returns, every value must be there.
///
/// That a push has to wait is for later laws, which would call a value that is lost one too many.
fn whatever_was_taken_in_comes_out() -> Result<(), Refusal> {
    let one_too_many = || {
        CAME_OUT.set(None);
        let queue = Queue::bounded(2);
        (1..=3).for_each(|value| queue.push(value));
        for came_out in 0..3 {
            CAME_OUT.set(Some(came_out));
            queue.pop();
        }
    };
    let Err(ended) = SMALL.check(one_too_many) else {
        return Ok(());
    };
    match (ended.failure().kind, CAME_OUT.get()) {
        (FailureKind::Deadlock, None) => Ok(()),
        (FailureKind::Deadlock, Some(came_out)) => Err(Refusal::because(format!(
            "the queue has room for 2, three pushes have returned, and {came_out} values come out: what was pushed is lost"
        ))),
        _ => Err(refused(ended)),
    }
}

/// A queue, and how far the pushes are ahead of the pops.
struct Watched {
    queue: Queue<u32>,
    room: i32,
    /// The pushes that have returned, less the pops that have begun: no more than there are values in the queue.
    ahead: AtomicI32,
}

impl Watched {
    fn bounded(room: i32) -> Arc<Self> {
        Arc::new(Self {
            queue: Queue::bounded(room as usize),
            room,
            ahead: AtomicI32::new(0).named("ahead"),
        })
    }

    fn push(&self, value: u32) {
        self.queue.push(value);
        let ahead = self.ahead.fetch_add(1, SeqCst) + 1;
        let room = self.room;
        assert!(
            ahead <= room,
            "there is room for {room}, and the pushes are {ahead} ahead of the pops"
        );
    }

    fn pop(&self) -> u32 {
        self.ahead.fetch_sub(1, SeqCst);
        self.queue.pop()
    }
}

/// One producer, of one value more than there is room for, and one consumer.
fn a_producer_waits_for_room() {
    let watched = Watched::bounded(1);
    let consumer = thread::spawn({
        let watched = Arc::clone(&watched);
        move || [watched.pop(), watched.pop()]
    });
    watched.push(1);
    watched.push(2);
    are_in_order([1, 2], consumer.join().unwrap());
}

/// Fills the queue and empties it, twice, alone: whoever waits then waits for nothing.
fn all_room_can_be_used() -> Result<Explored, Refusal> {
    let alone = || {
        let queue = Queue::bounded(3);
        for pushed in [[1, 2, 3], [4, 5, 6]] {
            pushed.into_iter().for_each(|value| queue.push(value));
            are_in_order(pushed, pushed.map(|_| queue.pop()));
        }
    };
    SMALL.check(alone).map_err(|failed| match failed.failure().kind {
        FailureKind::Deadlock => Refusal::because(
            "there is room for 3: three pushes were to return, and then three pops, and one of them waits",
        ),
        _ => refused(failed),
    })
}

/// Asks for more than there is, alone: the two checks that must find a deadlock.
fn whoever_must_wait_sleeps() -> Result<(), Refusal> {
    let one_too_many = || {
        let queue = Queue::bounded(2);
        (1..=3).for_each(|value| queue.push(value));
    };
    let too_early = || {
        Queue::<u32>::bounded(2).pop();
    };
    sleeps(
        one_too_many,
        "the queue has room for 2, and a third push has returned",
    )?;
    sleeps(too_early, "nothing was pushed, and a pop has returned")
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

/// One producer and one consumer, who have to wait for each other.
fn values_come_out_in_order() {
    let queue = Arc::new(Queue::bounded(1));
    let producer = thread::spawn({
        let queue = Arc::clone(&queue);
        move || (1..=3).for_each(|value| queue.push(value))
    });
    let popped = [queue.pop(), queue.pop(), queue.pop()];
    producer.join().unwrap();
    are_in_order([1, 2, 3], popped);
}

/// Two threads that push and pop: what one of them is woken for, the other one may have taken by then.
fn another_may_be_quicker() {
    let watched = Watched::bounded(1);
    watched.push(0);
    let other = thread::spawn({
        let watched = Arc::clone(&watched);
        move || {
            watched.push(1);
            watched.pop()
        }
    });
    let mine = watched.pop();
    watched.push(2);
    let mut popped = [mine, watched.pop(), other.join().unwrap()];
    popped.sort_unstable();
    assert!(
        popped == [0, 1, 2],
        "0, 1 and 2 were pushed, and {popped:?} came out"
    );
}

/// Two consumers may sleep when two values come, the second before anybody has come for the first, if there is room.
fn each_consumer_gets_a_value(room: usize) {
    let queue = Arc::new(Queue::bounded(room));
    let consumers = [0, 1].map(|_| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || queue.pop())
    });
    queue.push(1);
    queue.push(2);
    let mut popped = consumers.map(|consumer| consumer.join().unwrap());
    popped.sort_unstable();
    assert!(
        popped == [1, 2],
        "1 and 2 were pushed, and two consumers have popped {popped:?}"
    );
}

/// Two producers may sleep when two values are popped, the second before anybody has come into the room of the first.
fn each_producer_finds_room() {
    let queue = Arc::new(Queue::bounded(2));
    (0..2).for_each(|_| queue.push(0));
    let producers = [1, 2].map(|value| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || queue.push(value))
    });
    are_in_order([0, 0], [queue.pop(), queue.pop()]);
    for producer in producers {
        producer.join().unwrap();
    }
}

fn are_in_order<const VALUES: usize>(pushed: [u32; VALUES], popped: [u32; VALUES]) {
    assert!(
        popped == pushed,
        "{pushed:?} were pushed, in this order, and {popped:?} came out"
    );
}
