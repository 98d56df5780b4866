//! Queues that any number of threads share, and at which nobody can wait.

use crate::waiting::{Givers, Popping, Pushing};
use bench::{Case, Contender, Contest, Sample, Side, handed_over, passed_through};
use concurrent_queue::ConcurrentQueue;
use crossbeam::queue::{ArrayQueue, SegQueue};
use queue::machine::fifo::Fifo;
use queue::machine::mpmc_queue::MpmcQueue;
use queue::machine::peek_then_pop::PeekThenPop;
use shared::trial::Padded;
use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

/// The contender that looks at the front in one step, and removes it in the next.
pub const PEEKS: &str = "`PeekThenPop`";

/// Hands values on, and never waits.
trait Queue: Sync {
    fn with_room(room: usize) -> Self;

    /// Returns whether there was room.
    fn push(&self, value: u64) -> bool;
    fn pop(&self) -> Option<u64>;
}

/// The queue that goes wrong, beside one that does the same in one step.
pub fn peeking() -> Contest {
    Contest {
        title: "**A queue that peeks, then pops**, which the check of the work must find wrong",
        case: Case::room("1024"),
        threads: 4,
        contenders: vec![
            entry::<Lesson<PeekThenPop<u64>>, 1024>(PEEKS, Side::Context),
            entry::<Locked, 1024>("`Mutex<VecDeque>`", Side::Context),
        ],
    }
}

/// With much room and with little; one thread alone never has more than one value in it.
pub fn contests() -> Vec<Contest> {
    vec![
        contest::<1024>(1, "1024"),
        contest::<1024>(2, "1024"),
        contest::<1024>(4, "1024"),
        contest::<16>(2, "16"),
        contest::<16>(4, "16"),
    ]
}

fn contest<const ROOM: usize>(threads: usize, room: &'static str) -> Contest {
    Contest {
        title: "**Queues that never wait**",
        case: Case::room(room),
        threads,
        contenders: vec![
            entry::<Lesson<MpmcQueue<u64>>, ROOM>("`MpmcQueue`", Side::Ours),
            entry::<ArrayQueue<u64>, ROOM>("crossbeam's `ArrayQueue`", Side::Peer),
            entry::<ConcurrentQueue<u64>, ROOM>("`ConcurrentQueue`", Side::Peer),
            entry::<SegQueue<u64>, ROOM>("crossbeam's `SegQueue`, unbounded", Side::Context),
            entry::<Locked, ROOM>("`Mutex<VecDeque>`", Side::Context),
        ],
    }
}

fn entry<Q: Queue, const ROOM: usize>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<Q, ROOM>;
    Contender { name, side, turn }
}

fn turn<Q: Queue, const ROOM: usize>(threads: usize, span: Duration) -> Sample {
    // Alone on its lines: what is measured is the queue, and not what happens to lie beside it.
    let queue = &Padded(Q::with_room(ROOM));
    let (push, pop) = (|value| queue.push(value), || queue.pop());
    if threads == 1 {
        return passed_through(span, |value| push(value).then(pop).flatten());
    }
    let (givers, each) = (Givers::default(), 0..threads / 2);
    let pushing = each.clone().map(|_| Pushing::new(push, &givers)).collect();
    let popping = each.map(|_| Popping::new(pop, &givers)).collect();
    handed_over(span, pushing, popping)
}

/// A queue of the lesson.
struct Lesson<F>(F);

impl<F: Fifo<u64>> Queue for Lesson<F> {
    fn with_room(room: usize) -> Self {
        Self(F::bounded(room))
    }

    fn push(&self, value: u64) -> bool {
        self.0.try_push(value).is_ok()
    }

    fn pop(&self) -> Option<u64> {
        self.0.try_pop()
    }
}

impl Queue for ArrayQueue<u64> {
    fn with_room(room: usize) -> Self {
        Self::new(room)
    }

    fn push(&self, value: u64) -> bool {
        self.push(value).is_ok()
    }

    fn pop(&self) -> Option<u64> {
        self.pop()
    }
}

impl Queue for ConcurrentQueue<u64> {
    fn with_room(room: usize) -> Self {
        Self::bounded(room)
    }

    fn push(&self, value: u64) -> bool {
        self.push(value).is_ok()
    }

    fn pop(&self) -> Option<u64> {
        self.pop().ok()
    }
}

impl Queue for SegQueue<u64> {
    fn with_room(_: usize) -> Self {
        Self::new()
    }

    fn push(&self, value: u64) -> bool {
        self.push(value);
        true
    }

    fn pop(&self) -> Option<u64> {
        self.pop()
    }
}

/// A ring of std's under one lock.
struct Locked {
    room: usize,
    values: Mutex<VecDeque<u64>>,
}

impl Queue for Locked {
    fn with_room(room: usize) -> Self {
        Self {
            room,
            values: Mutex::new(VecDeque::with_capacity(room)),
        }
    }

    fn push(&self, value: u64) -> bool {
        let mut values = self.values.lock().expect("pushing does not panic");
        let has_room = values.len() < self.room;
        if has_room {
            values.push_back(value);
        }
        has_room
    }

    fn pop(&self) -> Option<u64> {
        self.values
            .lock()
            .expect("popping does not panic")
            .pop_front()
    }
}
