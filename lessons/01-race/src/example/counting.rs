//! The course's first program, run again and again: what was expected, what came out, how much was lost.

use race::machine::racy::RacyCounter;
use race::machine::unshared;
use serde_json::{Value, json};
use shared::terminal::{
    Args, Cell, Column, Histogram, Page, Progress, Style, Table, Tone, numbers,
};
use shared::trial::{LosslessRuns, together};
use std::io;
use std::thread::available_parallelism;
use std::time::Duration;

/// Holds what came of all runs.
pub struct Counting {
    threads: u64,
    increments: u64,
    cores: usize,
    /// What each run of the racy counter counted, from most to least.
    counted: Vec<u64>,
    /// The longest run.
    longest: Duration,
    /// What counting without sharing came to.
    unshared: u64,
}

impl Counting {
    pub fn run(args: &Args) -> Self {
        let [threads, increments, runs] =
            ["threads", "increments", "runs"].map(|name| args.number(name));
        let progress = Progress::new("run", runs);
        let mut counted = Vec::new();
        let mut longest = Duration::ZERO;
        for _ in 0..runs {
            let (count, elapsed) = race(threads, increments);
            counted.push(count);
            longest = longest.max(elapsed);
            progress.advance();
        }
        counted.sort_unstable_by(|a, b| b.cmp(a));
        let unshared = unshared::count(threads as usize, increments as usize) as u64;
        Self {
            threads,
            increments,
            cores: available_parallelism().map_or(1, usize::from),
            counted,
            longest,
            unshared,
        }
    }

    fn expected(&self) -> u64 {
        self.threads * self.increments
    }

    /// Returns what was lost in each run, from least to most.
    fn lost(&self) -> Vec<u64> {
        self.counted
            .iter()
            .map(|counted| self.expected() - counted)
            .collect()
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        let (runs, expected) = (self.counted.len() as u64, self.expected());
        page.heading("See it")?;
        page.text(&format!(
            "{} add 1 to one counter, {} each. Expected: {}. On {}, {}:",
            numbers::count(self.threads, "thread"),
            numbers::count(self.increments, "time"),
            numbers::thousands(expected),
            numbers::count(self.cores as u64, "core"),
            numbers::count(runs, "run"),
        ))?;
        page.drawing(self.table(page.style))?;
        let lost = self.lost();
        if lost.iter().any(|&lost| lost > 0) {
            page.drawing(Histogram::new(page.style, "updates lost", "runs", &lost))?;
        } else {
            writeln!(page.out)?;
            page.text(&self.why_nothing().to_string())?;
        }
        writeln!(page.out)?;
        page.text(&format!(
            "Counting without sharing, each thread its own and the sums added at the end: {} of {}. Always.",
            numbers::thousands(self.unshared),
            numbers::thousands(expected),
        ))
    }

    fn table(&self, style: Style) -> Table {
        let columns = [
            Column::left("run"),
            Column::right("counted"),
            Column::right("lost"),
            Column::right("share lost"),
        ];
        let mut table = Table::new(style, columns);
        let lost = self.lost();
        let named = [
            ("least lost", 0),
            ("median", (lost.len() - 1) / 2),
            ("most lost", lost.len() - 1),
        ];
        for (name, index) in named {
            let tone = if lost[index] > 0 {
                Tone::Bad
            } else {
                Tone::Plain
            };
            table.push([
                Cell::from(name),
                Cell::from(numbers::thousands(self.counted[index])),
                Cell::toned(numbers::thousands(lost[index]), tone),
                Cell::toned(numbers::percent(lost[index], self.expected()), tone),
            ]);
        }
        table
    }

    fn why_nothing(&self) -> LosslessRuns {
        LosslessRuns {
            runs: self.counted.len() as u64,
            threads: self.threads,
            increments: self.increments,
            longest: self.longest,
            cores: self.cores,
        }
    }

    pub fn json(&self) -> Value {
        let lost = self.lost();
        let nothing_lost = lost.iter().all(|&lost| lost == 0);
        json!({
            "threads": self.threads,
            "increments": self.increments,
            "cores": self.cores,
            "expected": self.expected(),
            "counted": self.counted,
            "lost": { "least": lost[0], "median": lost[(lost.len() - 1) / 2], "most": lost[lost.len() - 1] },
            "nothing_lost_because": nothing_lost.then(|| self.why_nothing().to_string()),
            "unshared": self.unshared,
        })
    }
}

/// Lets the threads start together and add to one counter; returns what it counted and how long that took.
// ANCHOR: race
fn race(threads: u64, increments: u64) -> (u64, Duration) {
    let counter = RacyCounter::new();
    let run = together(threads as usize, |_| {
        (0..increments).for_each(|_| counter.increment())
    });
    (counter.get() as u64, run.elapsed)
}
// ANCHOR_END: race
