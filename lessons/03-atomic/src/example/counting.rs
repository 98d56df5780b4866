//! The course's first program by load and store and by `fetch_add`, run in turn, again and again.

use atomic::machine::counter::{AtomicCounter, Counter};
use atomic::machine::racy::RacyCounter;
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Progress, Table, Tone, numbers};
use shared::trial::{LosslessRuns, together};
use std::io;
use std::thread::available_parallelism;
use std::time::Duration;

/// Holds what came of all runs.
pub struct Counting {
    threads: u64,
    increments: u64,
    cores: usize,
    racy: Runs,
    atomic: Runs,
}

/// Holds what came of the runs of one counter.
#[derive(Default)]
struct Runs {
    /// What each run counted.
    counted: Vec<u64>,
    /// How long each took.
    elapsed: Vec<Duration>,
}

impl Counting {
    pub fn run(args: &Args) -> Self {
        let [threads, increments, runs] =
            ["threads", "increments", "runs"].map(|name| args.number(name));
        let progress = Progress::new("run", runs);
        let (mut racy, mut atomic) = (Runs::default(), Runs::default());
        for _ in 0..runs {
            racy.add::<RacyCounter>(threads, increments);
            atomic.add::<AtomicCounter>(threads, increments);
            progress.advance();
        }
        Self {
            threads,
            increments,
            cores: available_parallelism().map_or(1, usize::from),
            racy,
            atomic,
        }
    }

    fn expected(&self) -> u64 {
        self.threads * self.increments
    }

    pub fn is_exact(&self) -> bool {
        self.atomic.exact(self.expected()) == self.atomic.counted.len()
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("See it")?;
        page.text(&format!(
            "{} add 1 to one counter, {} each. Expected: {}. On {}, {} of each counter, in turn:",
            numbers::count(self.threads, "thread"),
            numbers::count(self.increments, "time"),
            numbers::thousands(self.expected()),
            numbers::count(self.cores as u64, "core"),
            numbers::count(self.racy.counted.len() as u64, "run"),
        ))?;
        page.drawing(self.table(page))?;
        writeln!(page.out)?;
        if self.racy.exact(self.expected()) == self.racy.counted.len() {
            page.text(&self.why_nothing().to_string())?;
        }
        page.text(
            "`fetch_add` is a read-modify-write: it reads the newest value and writes the sum in one indivisible step. \
             The result is the same in every run; the time is what it costs.",
        )
    }

    fn table(&self, page: &Page<'_>) -> Table {
        let columns = [
            Column::left("counter"),
            Column::right("right in"),
            Column::right("least counted"),
            Column::right("median time"),
        ];
        let mut table = Table::new(page.style, columns);
        for (name, runs) in [
            ("load, add, store", &self.racy),
            ("fetch_add", &self.atomic),
        ] {
            let (exact, all) = (runs.exact(self.expected()), runs.counted.len());
            let tone = if exact == all { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(name),
                Cell::toned(format!("{exact} of {all} runs"), tone),
                Cell::toned(numbers::thousands(runs.least()), tone),
                Cell::from(numbers::duration(runs.median())),
            ]);
        }
        table
    }

    fn why_nothing(&self) -> LosslessRuns {
        LosslessRuns {
            runs: self.racy.counted.len() as u64,
            threads: self.threads,
            increments: self.increments,
            longest: self.racy.elapsed.iter().max().copied().unwrap_or_default(),
            cores: self.cores,
        }
    }

    pub fn json(&self) -> Value {
        let runs = |runs: &Runs| {
            json!({
                "counted": runs.counted,
                "right": runs.exact(self.expected()),
                "median_seconds": runs.median().as_secs_f64(),
            })
        };
        json!({
            "threads": self.threads,
            "increments": self.increments,
            "cores": self.cores,
            "expected": self.expected(),
            "load_and_store": runs(&self.racy),
            "fetch_add": runs(&self.atomic),
        })
    }
}

impl Runs {
    /// Lets the threads start together and add to one counter.
    fn add<C: Counter>(&mut self, threads: u64, increments: u64) {
        let counter = C::zero();
        let run = together(threads as usize, |_| {
            (0..increments).for_each(|_| counter.increment())
        });
        self.counted.push(counter.get() as u64);
        self.elapsed.push(run.elapsed);
    }

    fn exact(&self, expected: u64) -> usize {
        let exact = |&&counted: &&u64| counted == expected;
        self.counted.iter().filter(exact).count()
    }

    fn least(&self) -> u64 {
        self.counted.iter().min().copied().unwrap_or_default()
    }

    fn median(&self) -> Duration {
        let mut elapsed = self.elapsed.clone();
        elapsed.sort_unstable();
        elapsed[(elapsed.len() - 1) / 2]
    }
}
