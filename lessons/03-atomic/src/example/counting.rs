//! The course's first program by load and store and by `fetch_add`, run in turn, again and again.

use atomic::machine::counter::{AtomicCounter, Counter};
use atomic::machine::racy::RacyCounter;
use serde_json::Value;
use shared::terminal::{Args, Page};
use shared::trial::{Counters, together};
use std::io;
use std::time::Duration;

pub fn run(args: &Args) -> Counters {
    Counters::run(
        args,
        ("load, add, store", race::<RacyCounter>),
        ("fetch_add", race::<AtomicCounter>),
    )
}

pub fn tell(counters: &Counters, page: &mut Page<'_>) -> io::Result<()> {
    page.heading("See it")?;
    counters.tell(page)?;
    page.text(
        "`fetch_add` is a read-modify-write: it reads the newest value and writes the sum in one indivisible step. \
         The result is the same in every run; the time is what it costs.",
    )
}

pub fn json(counters: &Counters) -> Value {
    counters.json("load_and_store", "fetch_add")
}

/// Lets the threads start together and add to one counter.
fn race<C: Counter>(threads: u64, increments: u64) -> (u64, Duration) {
    let counter = C::zero();
    let run = together(threads as usize, |_| {
        (0..increments).for_each(|_| counter.increment())
    });
    (counter.get() as u64, run.elapsed)
}
