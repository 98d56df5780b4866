//! The pipeline on `std::sync::mpsc`: the queue ends when its last sender is dropped, and its one receiver is shared by a lock.

use super::{Counted, Flow, Plan, Source};
use shared::text::{Chunk, Tally};
use std::io;
use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// Counts the words of all chunks through `sync_channel`.
///
/// # Errors
///
/// Fails if the source does.
///
/// # Panics
///
/// Panics if a thread of it does.
pub fn count_through_std(plan: Plan, source: Source<'_>) -> io::Result<Counted> {
    let (sender, receiver) = sync_channel::<Chunk>(plan.capacity);
    let (receiver, flow) = (Mutex::new(receiver), Flow::default());
    let count = || {
        let mut tally = Tally::default();
        // The lock is held while waiting, and not while counting: a `while let` on the guard itself would hold it for both.
        let next = || receiver.lock().expect("no thread panics").recv().ok();
        while let Some(chunk) = next() {
            tally.add(&chunk);
            flow.counted();
        }
        tally
    };
    let tally = thread::scope(|scope| {
        let counters: Vec<_> = (0..plan.counters).map(|_| scope.spawn(count)).collect();
        let read = read(sender, &flow, source);
        let mut merged = Tally::default();
        for counter in counters {
            merged.merge(counter.join().expect("counting does not panic"));
        }
        read.map(|()| merged)
    });
    Ok(flow.end(tally?))
}

/// However it ends, the sender is dropped: then the counters end, for there is no other.
fn read(queue: SyncSender<Chunk>, flow: &Flow, source: Source<'_>) -> io::Result<()> {
    for chunk in source {
        let chunk = chunk?;
        flow.read();
        queue.send(chunk).expect("the receiver outlives this");
    }
    Ok(())
}
