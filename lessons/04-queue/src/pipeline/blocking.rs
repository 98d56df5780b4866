//! The pipeline on a queue of this lesson: whoever reads closes the queue at the end, and it drains.

use super::{Counted, Flow, Plan, Source};
use crate::machine::channel::Channel;
use crate::machine::one_shot::one_shot;
use shared::text::{Chunk, Tally};
use std::io;
use std::thread;

/// Counts the words of all chunks through a queue of the lesson.
///
/// Each counter hands its tally over in the end, through a channel for one value, to this thread, which merges them.
///
/// # Errors
///
/// Fails if the source does; what was read before is still counted, by threads that then end.
///
/// # Panics
///
/// Panics if a thread of it does.
pub fn count_through<C: Channel<Chunk>>(plan: Plan, source: Source<'_>) -> io::Result<Counted> {
    let (queue, flow) = (C::bounded(plan.capacity), Flow::default());
    // ANCHOR: pipeline
    let tally = thread::scope(|scope| {
        let reader = scope.spawn(|| read(&queue, &flow, source));
        let count = |_| {
            let (answer, asked) = one_shot();
            scope.spawn(|| answer.send(count(&queue, &flow)));
            asked
        };
        let asked: Vec<_> = (0..plan.counters).map(count).collect();
        let mut merged = Tally::default();
        for tally in asked {
            merged.merge(tally.receive().expect("counting does not panic"));
        }
        reader.join().expect("reading does not panic")?;
        Ok::<_, io::Error>(merged)
    });
    // ANCHOR_END: pipeline
    Ok(flow.end(tally?))
}

/// Pushes every chunk; waits at the queue while it is full, so that it is never far ahead of those who count.
fn read<C: Channel<Chunk>>(queue: &C, flow: &Flow, source: Source<'_>) -> io::Result<()> {
    // However reading ends: nobody may wait for more.
    let _end = CloseAtTheEnd(queue);
    for chunk in source {
        let chunk = chunk?;
        flow.read();
        assert!(
            queue.push(chunk).is_ok(),
            "only the reader closes the queue"
        );
    }
    Ok(())
}

/// Counts until the queue is closed and drained.
fn count<C: Channel<Chunk>>(queue: &C, flow: &Flow) -> Tally {
    let mut tally = Tally::default();
    while let Some(chunk) = queue.pop() {
        tally.add(&chunk);
        flow.counted();
    }
    tally
}

/// Closes the queue when dropped.
struct CloseAtTheEnd<'a, C>(&'a C)
where
    C: Channel<Chunk>;

impl<C: Channel<Chunk>> Drop for CloseAtTheEnd<'_, C> {
    fn drop(&mut self) {
        self.0.close();
    }
}
