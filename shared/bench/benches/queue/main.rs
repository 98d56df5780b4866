//! What the queues of lesson 04 cost beside those of the best crates, by how many threads are at each end and how many wait.
//!
//! `cargo bench -p bench --bench queue`, and with `-- --write` tables and plots go into the book; it takes three minutes.
//! With `--profile fat-lto` it is optimised as a whole, which matters to rings: their calls are a few instructions.
//! Each turn checks its work: a queue that peeks and then pops is among the contenders, and must be found wrong.

mod channels;
mod questions;
mod rings;
mod rings_in_batches;
mod shared_queues;
mod waiting;

use bench::{Contest, Program};
use std::io;

fn main() -> io::Result<()> {
    let program = Program {
        name: "queue",
        about: "What the queues of lesson 04 cost, beside those of the best crates.",
        contests: contests(),
        notes: NOTES.to_owned(),
        goes_wrong: |_, contender| contender.name == shared_queues::PEEKS,
    };
    program.main()
}

/// What is alike for all, and what is not, without which a comparison of queues says little.
const NOTES: &str = "\
A value is 8 bytes. It counts twice, as it goes in and as it comes out. \
One thread alone puts a value in and takes it out; of two, one gives and one takes; of four, which are more than the cores, \
two give and two take. \
A turn begins with an empty queue, and ends when it is drained, and closed where it can be. \
Where nobody waits inside the queue, whoever finds no room or no value tries again, after the same pauses for all: \
crossbeam's `Backoff::snooze`. \
Where threads wait inside, how is the queue's own: `ParkingQueue`, crossbeam and `kanal` look again for a while before they sleep, \
std's channel too, which is crossbeam's; \
`BlockingQueue` and `flume` sleep at once. \
Crossbeam's `SegQueue` has no bound, so its givers never wait and it fills the memory instead. \
`kanal` hands a value to a taker that waits without storing it.
";

fn contests() -> Vec<Contest> {
    let mut contests = vec![shared_queues::peeking()];
    contests.extend(rings::contests());
    contests.push(rings_in_batches::contest());
    contests.extend(shared_queues::contests());
    contests.extend(channels::contests());
    contests.push(questions::contest());
    contests
}
