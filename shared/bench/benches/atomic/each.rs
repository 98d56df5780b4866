//! What one increment costs, counter by counter: criterion's figures and its report.
//!
//! `cargo bench -p bench --bench atomic-each` writes the report to `target/criterion/report/index.html`.
//! To compare two counters take `--bench atomic`, which runs them in turn: between two of these figures the machine may
//! have become faster or slower.

mod one_number;
mod parts;
mod tally;

use atomic::machine::counter::AtomicCounter;
use atomic::machine::racy::RacyCounter;
use atomic::machine::striped::StripedCounter;
use bench::place;
use criterion::{Criterion, Throughput};
use fast_counter::ConcurrentCounter;
use one_number::{Exchanged, Ordered};
use parts::{AddedAtTheEnd, Cells, Found, PackedStripes, STRIPES};
use shared::trial::together;
use std::time::Duration;
use tally::Tally;

/// A counter's name, and what times so many increments of it in each of so many threads.
type Counter = (&'static str, fn(usize, u64) -> Duration);

const COUNTERS: [Counter; 12] = [
    ("load, then store", racy),
    ("fetch_add", exact::<AtomicCounter>),
    ("fetch_add, SeqCst", exact::<Ordered>),
    ("compare-exchange loop", exact::<Exchanged>),
    ("std Mutex", exact::<std::sync::Mutex<u64>>),
    ("parking_lot Mutex", exact::<parking_lot::Mutex<u64>>),
    ("stripes on one line", exact::<PackedStripes>),
    ("StripedCounter", exact::<StripedCounter<STRIPES>>),
    ("fast-counter", exact::<ConcurrentCounter>),
    ("OwnedCells", exact::<Cells>),
    ("ThreadLocal", exact::<Found>),
    ("a local sum", exact::<AddedAtTheEnd>),
];

/// Returns what was counted, and the time from the first start to the last end: a thread that waits is not left out.
fn count<T: Tally>(threads: usize, increments: u64) -> (u64, Duration) {
    let tally = T::zero(threads);
    let run = together(threads, |thread| {
        place(thread, threads);
        let mut left = increments;
        let more = || {
            let more = left > 0;
            left -= u64::from(more);
            more
        };
        tally.add(thread, more)
    });
    (tally.total(), run.elapsed)
}

/// Times a counter that must count to the end.
fn exact<T: Tally>(threads: usize, increments: u64) -> Duration {
    let (counted, elapsed) = count::<T>(threads, increments);
    assert_eq!(counted, threads as u64 * increments, "an update was lost");
    elapsed
}

/// Times the one that does not.
fn racy(threads: usize, increments: u64) -> Duration {
    count::<RacyCounter>(threads, increments).1
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20)
        .configure_from_args();
    for threads in [1, 2, 4] {
        let mut group = criterion.benchmark_group(format!("increments, threads: {threads}"));
        // Of all threads together, so that more of them may be seen to do more.
        group.throughput(Throughput::Elements(threads as u64));
        for (name, time) in COUNTERS {
            group.bench_function(name, |bencher| {
                bencher.iter_custom(|increments| time(threads, increments));
            });
        }
        group.finish();
    }
    criterion.final_summary();
}
