//! The same work through other queues, and through none: what each costs, and how much it keeps in memory.

use super::counting::plan;
use queue::machine::blocking_queue::BlockingQueue;
use queue::machine::parking_queue::ParkingQueue;
use queue::machine::unbounded::Unbounded;
use queue::pipeline::{
    Counted, Pipeline, Plan, count_by_stealing, count_through, count_through_crossbeam,
    count_through_std,
};
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Progress, Table, Tone, numbers};
use shared::text::{Chunk, Tally};
use std::io;
use std::time::{Duration, Instant};

const THROUGH: [(&str, Pipeline); 5] = [
    ("BlockingQueue", count_through::<BlockingQueue<Chunk>>),
    ("ParkingQueue", count_through::<ParkingQueue<Chunk>>),
    ("std::sync::mpsc", count_through_std),
    ("crossbeam::channel", count_through_crossbeam),
    ("Unbounded", count_through::<Unbounded<Chunk>>),
];

/// What all runs of one pipeline came to.
struct Entry {
    name: &'static str,
    /// Of the last run.
    counted: Counted,
    /// The most chunks in memory, of all runs.
    most_at_once: u64,
    times: Vec<Duration>,
    is_exact: bool,
}

/// Holds what all pipelines came to.
pub struct Pipelines {
    chunks: usize,
    runs: u64,
    entries: Vec<Entry>,
    /// How often work was stolen in a run, at most.
    thefts: u64,
}

impl Pipelines {
    pub fn run(args: &Args, chunks: &[Chunk]) -> io::Result<Self> {
        let (plan, runs) = (plan(args), args.number("runs"));
        let mut right = Tally::default();
        chunks.iter().for_each(|chunk| right.add(chunk));
        let names = THROUGH.iter().map(|(name, _)| *name);
        let mut entries: Vec<_> = names.chain(["work stealing"]).map(Entry::new).collect();
        let mut thefts = 0;
        let progress = Progress::new("run", runs);
        for _ in 0..runs {
            for ((_, pipeline), entry) in THROUGH.iter().zip(&mut entries) {
                entry.note(&right, || {
                    pipeline(plan, &mut chunks.iter().cloned().map(Ok))
                })?;
            }
            let last = entries.last_mut().expect("stealing comes last");
            last.note(&right, || {
                let stolen = steal(plan, chunks, &mut thefts);
                Ok(stolen)
            })?;
            progress.advance();
        }
        let chunks = chunks.len();
        Ok(Self {
            chunks,
            runs,
            entries,
            thefts,
        })
    }

    pub fn is_exact(&self) -> bool {
        self.entries.iter().all(|entry| entry.is_exact)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("Other queues, the same work")?;
        page.text(&format!(
            "The first {} of the text, which are kept in memory for this, {} each in turn; medians, in {} build. \
             The last column counts what was read and not yet counted.",
            numbers::count(self.chunks as u64, "chunk"),
            numbers::count(self.runs, "run"),
            if cfg!(debug_assertions) {
                "an unoptimised"
            } else {
                "a release"
            },
        ))?;
        let columns = [
            Column::left("through"),
            Column::right("words"),
            Column::right("time"),
            Column::right("chunks at once"),
        ];
        let mut table = Table::new(page.style, columns);
        for entry in &self.entries {
            let tone = if entry.is_exact {
                Tone::Good
            } else {
                Tone::Bad
            };
            table.push([
                Cell::from(entry.name),
                Cell::toned(numbers::thousands(entry.counted.tally.words()), tone),
                Cell::from(numbers::duration(entry.median())),
                Cell::from(numbers::thousands(entry.most_at_once)),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(&format!(
            "Unbounded has no back-pressure: what the reader is ahead, it keeps in memory. Work stealing needs all the work at \
             hand; it began with one thread, and {}. What `std` and `crossbeam` do inside is not checked by the \
             course's model.",
            match self.thefts {
                0 => "nobody stole from it".to_owned(),
                thefts => format!(
                    "the others stole from it, {} in a run at most",
                    numbers::count(thefts, "time"),
                ),
            },
        ))
    }

    pub fn json(&self) -> Value {
        let row = |entry: &Entry| {
            json!({
                "through": entry.name,
                "words": entry.counted.tally.words(),
                "is_exact": entry.is_exact,
                "median_nanoseconds": entry.median().as_nanos() as u64,
                "most_chunks_at_once": entry.most_at_once,
            })
        };
        json!({
            "chunks": self.chunks,
            "runs": self.runs,
            "thefts": self.thefts,
            "optimised": !cfg!(debug_assertions),
            "queues": self.entries.iter().map(row).collect::<Value>(),
        })
    }
}

fn steal(plan: Plan, chunks: &[Chunk], thefts: &mut u64) -> Counted {
    let stolen = count_by_stealing(plan.counters, chunks);
    *thefts = stolen.thefts.max(*thefts);
    Counted {
        tally: stolen.tally,
        most_at_once: chunks.len() as u64,
    }
}

impl Entry {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            counted: Counted::default(),
            most_at_once: 0,
            times: Vec::new(),
            is_exact: true,
        }
    }

    fn note(&mut self, right: &Tally, run: impl FnOnce() -> io::Result<Counted>) -> io::Result<()> {
        let began = Instant::now();
        self.counted = run()?;
        self.times.push(began.elapsed());
        self.most_at_once = self.most_at_once.max(self.counted.most_at_once);
        self.is_exact &= self.counted.tally.lost_and_surplus(right) == (0, 0);
        Ok(())
    }

    fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort_unstable();
        times[times.len() / 2]
    }
}
