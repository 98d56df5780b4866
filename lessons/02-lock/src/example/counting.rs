//! The course's first program without a lock and under one, run in turn, again and again.

use lock::machine::counter::Counter;
use lock::machine::locked::LockedCounter;
use lock::machine::racy::RacyCounter;
use serde_json::Value;
use shared::terminal::{Args, Page};
use shared::trial::{Counters, together};
use std::io;
use std::time::Duration;

pub fn run(args: &Args) -> Counters {
    Counters::run(
        args,
        ("without a lock", race::<RacyCounter>),
        ("under a lock", race::<LockedCounter>),
    )
}

pub fn tell(counters: &Counters, page: &mut Page<'_>) -> io::Result<()> {
    page.heading("See it")?;
    counters.tell(page)?;
    page.text(
        "Under the lock, whoever reads the value is alone with it until the sum is written: \
         a critical section. The result is the same in every run; the time is what it costs.",
    )
}

pub fn json(counters: &Counters) -> Value {
    counters.json("without_lock", "under_lock")
}

/// Lets the threads start together and add to one counter.
fn race<C: Counter>(threads: u64, increments: u64) -> (u64, Duration) {
    let counter = C::zero();
    let run = together(threads as usize, |_| {
        (0..increments).for_each(|_| counter.increment())
    });
    (counter.get() as u64, run.elapsed)
}
