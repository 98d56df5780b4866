//! Two counters beside one another, the course's first program with each, run in turn, again and again.

use super::LosslessRuns;
use crate::terminal::{Args, Cell, Column, Page, Progress, Style, Table, Tone, numbers};
use std::io;
use std::thread::available_parallelism;
use std::time::Duration;

/// Lets so many threads add so often, and returns what the counter held and how long it took.
pub type Race = fn(threads: u64, increments: u64) -> (u64, Duration);

/// Holds what came of all runs of a counter that loses updates and of one that does not.
#[derive(Clone, Debug)]
pub struct Counters {
    threads: u64,
    increments: u64,
    cores: usize,
    racy: Runs,
    sound: Runs,
}

/// Holds what came of the runs of one counter.
#[derive(Clone, Debug)]
struct Runs {
    name: &'static str,
    /// What each run counted.
    counted: Vec<u64>,
    /// How long each took.
    elapsed: Vec<Duration>,
}

impl Counters {
    /// Runs both counters in turn, as often as `--runs` says, with `--threads` and `--increments`.
    ///
    /// # Panics
    ///
    /// If the program declares no such options.
    pub fn run(args: &Args, racy: (&'static str, Race), sound: (&'static str, Race)) -> Self {
        let [threads, increments, runs] =
            ["threads", "increments", "runs"].map(|name| args.number(name));
        let progress = Progress::new("run", runs);
        let mut both = [racy, sound].map(|(name, race)| (Runs::new(name), race));
        for _ in 0..runs {
            for (runs, race) in &mut both {
                runs.add(race(threads, increments));
            }
            progress.advance();
        }
        let [racy, sound] = both.map(|(runs, _)| runs);
        Self {
            threads,
            increments,
            cores: available_parallelism().map_or(1, usize::from),
            racy,
            sound,
        }
    }

    fn expected(&self) -> u64 {
        self.threads * self.increments
    }

    /// Tells if the sound counter counted every increment of every run.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.sound.exact(self.expected()) == self.sound.counted.len()
    }

    /// Writes what was run and what came of it, and where nothing was lost, why that may be.
    ///
    /// # Errors
    ///
    /// Fails if the output cannot be written.
    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.text(&format!(
            "{} add 1 to one counter, {} each. Expected: {}. On {}, {} of each counter, in turn:",
            numbers::count(self.threads, "thread"),
            numbers::count(self.increments, "time"),
            numbers::thousands(self.expected()),
            numbers::count(self.cores as u64, "core"),
            numbers::count(self.racy.counted.len() as u64, "run"),
        ))?;
        page.drawing(self.table(page.style))?;
        writeln!(page.out)?;
        if self.racy.exact(self.expected()) == self.racy.counted.len() {
            page.text(&self.why_nothing().to_string())?;
        }
        Ok(())
    }

    fn table(&self, style: Style) -> Table {
        let columns = [
            Column::left("counter"),
            Column::right("right in"),
            Column::right("least counted"),
            Column::right("median time"),
        ];
        let mut table = Table::new(style, columns);
        for runs in [&self.racy, &self.sound] {
            let (exact, all) = (runs.exact(self.expected()), runs.counted.len());
            let tone = if exact == all { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(runs.name),
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

    /// Returns the same for a program; `racy` and `sound` are the names that the counters have there.
    #[must_use]
    pub fn json(&self, racy: &str, sound: &str) -> serde_json::Value {
        let runs = |runs: &Runs| {
            serde_json::json!({
                "counted": runs.counted,
                "right": runs.exact(self.expected()),
                "median_seconds": runs.median().as_secs_f64(),
            })
        };
        serde_json::json!({
            "threads": self.threads,
            "increments": self.increments,
            "cores": self.cores,
            "expected": self.expected(),
            racy: runs(&self.racy),
            sound: runs(&self.sound),
        })
    }
}

impl Runs {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            counted: Vec::new(),
            elapsed: Vec::new(),
        }
    }

    fn add(&mut self, (counted, elapsed): (u64, Duration)) {
        self.counted.push(counted);
        self.elapsed.push(elapsed);
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
