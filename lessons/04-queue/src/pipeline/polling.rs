//! The pipeline on a queue that nobody waits at: whoever finds it full, or empty, lets others go first and asks again.

use super::{Counted, Flow, Plan, Source};
use crate::machine::fifo::Fifo;
use shared::text::{Chunk, Tally};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering::Acquire, Ordering::Release};
use std::thread;

/// Counts the words of all chunks through a queue that refuses instead of waiting.
///
/// # Errors
///
/// Fails if the source does.
///
/// # Panics
///
/// Panics if a thread of it does.
pub fn count_by_polling<F: Fifo<Chunk>>(plan: Plan, source: Source<'_>) -> io::Result<Counted> {
    let (queue, flow) = (F::bounded(plan.capacity), Flow::default());
    let is_over = AtomicBool::new(false);
    let tally = thread::scope(|scope| {
        let start = |_| scope.spawn(|| count(&queue, &is_over, &flow));
        let counters: Vec<_> = (0..plan.counters).map(start).collect();
        let read = {
            // However reading ends: nobody may look for more.
            let _end = OverAtTheEnd(&is_over);
            read(&queue, &flow, source)
        };
        let mut merged = Tally::default();
        for counter in counters {
            merged.merge(counter.join().expect("counting does not panic"));
        }
        read.map(|()| merged)
    });
    Ok(flow.end(tally?))
}

fn read<F: Fifo<Chunk>>(queue: &F, flow: &Flow, source: Source<'_>) -> io::Result<()> {
    for chunk in source {
        let mut chunk = chunk?;
        flow.read();
        while let Err(back) = queue.try_push(chunk) {
            chunk = back;
            thread::yield_now();
        }
    }
    Ok(())
}

fn count<F: Fifo<Chunk>>(queue: &F, is_over: &AtomicBool, flow: &Flow) -> Tally {
    let mut tally = Tally::default();
    loop {
        // Before the pop: what is not found after the end was seen will not come any more.
        let is_last_look = is_over.load(Acquire);
        match queue.try_pop() {
            Some(chunk) => {
                tally.add(&chunk);
                flow.counted();
            }
            None if is_last_look => return tally,
            None => thread::yield_now(),
        }
    }
}

/// Says when dropped that all is pushed.
struct OverAtTheEnd<'a>(&'a AtomicBool);

impl Drop for OverAtTheEnd<'_> {
    fn drop(&mut self) {
        // Release: whoever reads it with Acquire sees all that was pushed.
        self.0.store(true, Release);
    }
}
