//! What a lock costs: every counter of the lesson in turn, round after round, for the same short time each.

use lock::machine::counter::Counter;
use lock::machine::futex_lock::FutexLock;
use lock::machine::locked::LockedCounter;
use lock::machine::racy::RacyCounter;
use lock::machine::spin::SpinLock;
use lock::machine::test_and_set::TestAndSetLock;
use lock::machine::ticket::TicketLock;
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Table, Tone, numbers};
use shared::trial::together;
use std::io;
use std::time::{Duration, Instant};

/// How long each thread adds in a round, so that no lock can take longer than another, however it fares.
const SLICE: Duration = Duration::from_millis(15);

/// Odd, so that there is a median.
const ROUNDS: usize = 7;

/// How many increments a thread makes between two looks at the clock.
const BATCH: u64 = 32;

/// A counter, and how it is measured.
struct Contender {
    name: &'static str,
    is_sound: bool,
    measure: fn(threads: usize) -> Sample,
}

/// The first is what the others are compared with.
const CONTENDERS: [Contender; 6] = [
    sound::<LockedCounter>("Mutex of std"),
    sound::<TestAndSetLock<usize>>("TestAndSetLock"),
    sound::<SpinLock<usize>>("SpinLock"),
    sound::<TicketLock<usize>>("TicketLock"),
    sound::<FutexLock<usize>>("FutexLock"),
    Contender {
        name: "no lock",
        is_sound: false,
        measure: measure::<RacyCounter>,
    },
];

const fn sound<C: Counter>(name: &'static str) -> Contender {
    Contender {
        name,
        is_sound: true,
        measure: measure::<C>,
    }
}

/// What one round of one counter came to.
#[derive(Clone, Copy)]
struct Sample {
    /// Increments made, by the threads' own account.
    made: u64,
    /// Increments that the counter knows of.
    counted: u64,
    nanoseconds: f64,
}

fn measure<C: Counter>(threads: usize) -> Sample {
    let counter = C::zero();
    let run = together(threads, |_| {
        let began = Instant::now();
        let mut made = 0;
        while began.elapsed() < SLICE {
            (0..BATCH).for_each(|_| counter.increment());
            made += BATCH;
        }
        made
    });
    let made: u64 = run.results.iter().sum();
    Sample {
        made,
        counted: counter.get() as u64,
        nanoseconds: run.elapsed.as_nanos() as f64 / made as f64,
    }
}

/// Holds what all rounds came to, by contender.
pub struct Cost {
    threads: usize,
    samples: [Vec<Sample>; CONTENDERS.len()],
}

impl Cost {
    pub fn measure(args: &Args) -> Self {
        let threads = args.number("threads") as usize;
        let mut samples = [const { Vec::new() }; CONTENDERS.len()];
        for round in 0..ROUNDS {
            for place in 0..CONTENDERS.len() {
                // Another goes first in each round: what the round before has left is not always the same one's to bear.
                let at = (round + place) % CONTENDERS.len();
                samples[at].push((CONTENDERS[at].measure)(threads));
            }
        }
        Self { threads, samples }
    }

    pub fn is_exact(&self) -> bool {
        let lossless = |samples: &Vec<Sample>| lost(samples) == 0;
        CONTENDERS
            .iter()
            .zip(&self.samples)
            .all(|(contender, samples)| !contender.is_sound || lossless(samples))
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("What it costs")?;
        page.text(&format!(
            "{} add as often as they can for {}, with each counter in turn, {ROUNDS} rounds. \
             Medians of this one run; each ratio is taken within a round. Here is {} build.",
            numbers::count(self.threads as u64, "thread"),
            numbers::duration(SLICE),
            if cfg!(debug_assertions) {
                "an unoptimised"
            } else {
                "a release"
            },
        ))?;
        let columns = [
            Column::left("counter"),
            Column::right("an increment takes"),
            Column::right("times the Mutex"),
            Column::right("lost"),
        ];
        let mut table = Table::new(page.style, columns);
        for (contender, samples) in CONTENDERS.iter().zip(&self.samples) {
            let made = samples.iter().map(|sample| sample.made).sum();
            let tone = if lost(samples) == 0 {
                Tone::Good
            } else {
                Tone::Bad
            };
            table.push([
                Cell::from(contender.name),
                Cell::from(format!("{:.0} ns", nanoseconds(samples))),
                Cell::from(format!("{:.2}", self.ratio(samples))),
                Cell::toned(numbers::percent(lost(samples), made), tone),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "An empty section under contention is a lock's worst case, and rewards one that starves the others: \
             so few nanoseconds say little of a program that does something under its lock.",
        )
    }

    /// Returns the median, over the rounds, of the time against the first contender's in the same round.
    fn ratio(&self, samples: &[Sample]) -> f64 {
        let pairs = samples.iter().zip(&self.samples[0]);
        median(pairs.map(|(sample, reference)| sample.nanoseconds / reference.nanoseconds))
    }

    pub fn json(&self) -> Value {
        let row = |(contender, samples): (&Contender, &Vec<Sample>)| {
            json!({
                "counter": contender.name,
                "nanoseconds": nanoseconds(samples),
                "times_the_mutex": self.ratio(samples),
                "lost": lost(samples),
            })
        };
        json!({
            "threads": self.threads,
            "rounds": ROUNDS,
            "optimised": !cfg!(debug_assertions),
            "counters": CONTENDERS.iter().zip(&self.samples).map(row).collect::<Value>(),
        })
    }
}

fn lost(samples: &[Sample]) -> u64 {
    samples
        .iter()
        .map(|sample| sample.made - sample.counted)
        .sum()
}

fn nanoseconds(samples: &[Sample]) -> f64 {
    median(samples.iter().map(|sample| sample.nanoseconds))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
