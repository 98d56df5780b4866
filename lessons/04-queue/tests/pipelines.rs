//! Every pipeline counts every word once, whatever the number of counters and the room in the queue.

use queue::closing::close_often;
use queue::machine::blocking_queue::BlockingQueue;
use queue::machine::fifo::Fifo;
use queue::machine::mpmc_queue::MpmcQueue;
use queue::machine::parking_queue::ParkingQueue;
use queue::machine::unbounded::Unbounded;
use queue::pipeline::{
    Pipeline, Plan, count_by_polling, count_by_stealing, count_through, count_through_crossbeam,
    count_through_std,
};
use shared::text::{Chunk, Tally};
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

/// Every pipeline that reads from a source.
const PIPELINES: [Pipeline; 6] = [
    count_through::<BlockingQueue<Chunk>>,
    count_through::<ParkingQueue<Chunk>>,
    count_through::<Unbounded<Chunk>>,
    count_through_std,
    count_through_crossbeam,
    count_by_polling::<MpmcQueue<Chunk>>,
];

fn chunks() -> Vec<Chunk> {
    let words = |chunk: u32| (0..chunk % 50).map(move |word| format!("w{} ", word * chunk % 97));
    let chunks = (0..300).map(|chunk| words(chunk).collect::<String>().into_bytes());
    chunks.collect()
}

fn right() -> Tally {
    let mut tally = Tally::default();
    chunks().iter().for_each(|chunk| tally.add(chunk));
    tally
}

/// Returns all chunks, and nothing that fails.
fn whole() -> impl Iterator<Item = io::Result<Chunk>> + Send {
    chunks().into_iter().map(Ok)
}

#[test]
fn every_word_is_counted_once() {
    for (counters, capacity) in [(1, 1), (2, 1), (3, 16)] {
        let plan = Plan { counters, capacity };
        for pipeline in PIPELINES {
            let counted = pipeline(plan, &mut whole()).expect("the source holds");
            assert_eq!(counted.tally.lost_and_surplus(&right()), (0, 0));
        }
        let stolen = count_by_stealing(counters, &chunks());
        assert_eq!(stolen.tally.lost_and_surplus(&right()), (0, 0));
    }
}

#[test]
fn a_bound_keeps_down_what_is_on_its_way() {
    let plan = Plan {
        counters: 2,
        capacity: 4,
    };
    for (number, pipeline) in PIPELINES.into_iter().enumerate() {
        let counted = pipeline(plan, &mut whole()).expect("the source holds");
        // In the queue, one that the reader holds, and one in the hands of each counter.
        let bound = if number == 2 { 300 } else { 4 + 1 + 2 };
        assert!((1..=bound).contains(&counted.most_at_once), "{number}");
    }
}

#[test]
fn a_source_that_fails_ends_every_pipeline() {
    let plan = Plan {
        counters: 2,
        capacity: 2,
    };
    for pipeline in PIPELINES {
        let failure = [Err(io::Error::other("the disk is gone"))];
        let ended = pipeline(plan, &mut whole().take(9).chain(failure));
        assert_eq!(ended.expect_err("it fails").to_string(), "the disk is gone");
    }
}

#[test]
fn a_source_that_panics_ends_every_pipeline() {
    let plan = Plan {
        counters: 2,
        capacity: 2,
    };
    for pipeline in PIPELINES {
        let panics = (0..1).map(|_| -> io::Result<Chunk> { panic!("the source panics") });
        let mut source = whole().take(9).chain(panics);
        let ended = catch_unwind(AssertUnwindSafe(|| pipeline(plan, &mut source)));
        assert!(ended.is_err());
    }
}

/// A broken queue: every value comes out twice.
struct Doubling<T> {
    values: Mutex<VecDeque<T>>,
}

impl<T: Clone + Send + 'static> Fifo<T> for Doubling<T> {
    fn bounded(_: usize) -> Self {
        let values = Mutex::default();
        Self { values }
    }

    fn try_push(&self, value: T) -> Result<(), T> {
        let mut values = self.values.lock().expect("no thread panics");
        values.extend([value.clone(), value]);
        Ok(())
    }

    fn try_pop(&self) -> Option<T> {
        self.values.lock().expect("no thread panics").pop_front()
    }
}

#[test]
fn more_may_be_counted_than_was_read() {
    let plan = Plan {
        counters: 2,
        capacity: 2,
    };
    let counted = count_by_polling::<Doubling<Chunk>>(plan, &mut whole());
    let tally = counted.expect("the source holds").tally;
    assert_eq!(tally.lost_and_surplus(&right()), (0, right().words()));
}

#[test]
fn what_a_closed_queue_has_accepted_is_popped() {
    for balance in [
        close_often::<BlockingQueue<u64>>(200),
        close_often::<Unbounded<u64>>(200),
    ] {
        assert_eq!(balance.accepted, balance.popped);
    }
}

#[test]
fn without_chunks_there_is_no_work() {
    assert_eq!(count_by_stealing(3, &[]).tally.words(), 0);
}
