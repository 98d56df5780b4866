//! The pipeline on `crossbeam::channel`: both ends can be cloned, and the queue ends when either side is gone.

use super::{Counted, Flow, Plan, Source};
use crossbeam::channel::{Sender, bounded};
use shared::text::{Chunk, Tally};
use std::io;
use std::thread;

/// Counts the words of all chunks through a bounded channel of crossbeam.
///
/// # Errors
///
/// Fails if the source does.
///
/// # Panics
///
/// Panics if a thread of it does.
pub fn count_through_crossbeam(plan: Plan, source: Source<'_>) -> io::Result<Counted> {
    let (chunks, queue) = bounded::<Chunk>(plan.capacity);
    let (tallies, merger) = bounded::<Tally>(plan.counters);
    let flow = &Flow::default();
    thread::scope(|scope| {
        // ANCHOR: fan_in
        for _ in 0..plan.counters {
            let (queue, tallies) = (queue.clone(), tallies.clone());
            scope.spawn(move || {
                let mut tally = Tally::default();
                for chunk in queue {
                    tally.add(&chunk);
                    flow.counted();
                }
                tallies.send(tally).expect("the merger waits for it");
            });
        }
        let read = scope.spawn(move || read(&chunks, flow, source));
        // Only the counters hold it now: the merger's queue ends with the last of them.
        drop(tallies);
        let mut merged = Tally::default();
        merger.iter().for_each(|tally| merged.merge(tally));
        // ANCHOR_END: fan_in
        read.join().expect("reading does not panic")?;
        Ok(flow.end(merged))
    })
}

fn read(queue: &Sender<Chunk>, flow: &Flow, source: Source<'_>) -> io::Result<()> {
    for chunk in source {
        let chunk = chunk?;
        flow.read();
        queue.send(chunk).expect("the receivers outlive this");
    }
    Ok(())
}
