//! The words of the book, counted in one map by several threads: by one call, and by two.

use super::book;
use dashmap::DashMap;
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Progress, Table, Tone, numbers};
use shared::trial::together;
use std::collections::HashMap;
use std::io;
use std::time::Duration;
use thread_safe_structures::machine::by_entry::ByEntry;
use thread_safe_structures::machine::contains_then_insert::ContainsThenInsert;
use thread_safe_structures::machine::get_then_insert::GetThenInsert;
use thread_safe_structures::machine::sharded_map::ShardedMap;
use thread_safe_structures::machine::words::{Word, WordCount};

/// What there is to count, and what must come of it.
struct Text {
    words: Vec<Word>,
    /// How often each word is in the text, as one thread alone has counted it.
    reference: HashMap<Word, u64>,
    threads: usize,
    /// How often each thread reads the text.
    readings: u64,
}

/// A way to count.
struct Contender {
    name: &'static str,
    is_sound: bool,
    count: fn(&Text) -> Sample,
}

const CONTENDERS: [Contender; 4] = [
    Contender {
        name: "DashMap, entry",
        is_sound: true,
        count: |text| count(&ByEntry(DashMap::new()), text),
    },
    Contender {
        name: "ShardedMap, update",
        is_sound: true,
        count: |text| count(&ByEntry(ShardedMap::new()), text),
    },
    Contender {
        name: "DashMap, get then insert",
        is_sound: false,
        count: |text| count(&GetThenInsert(DashMap::new()), text),
    },
    Contender {
        name: "DashMap, contains then insert",
        is_sound: false,
        count: |text| count(&ContainsThenInsert(DashMap::new()), text),
    },
];

/// What one run of one contender came to.
struct Sample {
    /// Words that were read and not counted.
    lost: u64,
    elapsed: Duration,
}

/// Lets the threads start together and read the text, and compares what was counted with what there is.
fn count(counts: &impl WordCount, text: &Text) -> Sample {
    let run = together(text.threads, |_| {
        for _ in 0..text.readings {
            text.words.iter().for_each(|word| counts.count(word));
        }
    });
    let read = text.threads as u64 * text.readings;
    let lost = |(word, times): (&Word, &u64)| times * read - counts.of(word);
    Sample {
        lost: text.reference.iter().map(lost).sum(),
        elapsed: run.elapsed,
    }
}

impl Text {
    fn read(args: &Args) -> io::Result<Self> {
        let words = book::words()?;
        let mut reference = HashMap::new();
        for &word in &words {
            *reference.entry(word).or_default() += 1;
        }
        Ok(Self {
            words,
            reference,
            threads: args.number("threads") as usize,
            readings: args.number("readings"),
        })
    }

    /// How many words there are to count, the same ones again and again.
    fn all(&self) -> u64 {
        self.words.len() as u64 * self.threads as u64 * self.readings
    }
}

/// Holds what came of all runs.
pub struct Counting {
    text: Text,
    /// By contender.
    samples: [Vec<Sample>; CONTENDERS.len()],
}

impl Counting {
    pub fn run(args: &Args) -> io::Result<Self> {
        let (text, runs) = (Text::read(args)?, args.number("runs"));
        let progress = Progress::new("run", runs);
        let mut samples = [const { Vec::new() }; CONTENDERS.len()];
        for _ in 0..runs {
            for (contender, samples) in CONTENDERS.iter().zip(&mut samples) {
                samples.push((contender.count)(&text));
            }
            progress.advance();
        }
        Ok(Self { text, samples })
    }

    pub fn is_exact(&self) -> bool {
        let mut rows = CONTENDERS.iter().zip(&self.samples);
        rows.all(|(contender, samples)| !contender.is_sound || most_lost(samples) == 0)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("See it")?;
        let Text {
            words,
            reference,
            threads,
            readings,
        } = &self.text;
        page.text(&format!(
            "This course's book is read by {}, {} each, who count its words in one map. It has {}, {} different: \
             one thread alone has counted them before. Expected: {}. {} of each way, in turn:",
            numbers::count(*threads as u64, "thread"),
            numbers::count(*readings, "time"),
            numbers::count(words.len() as u64, "word"),
            numbers::thousands(reference.len() as u64),
            numbers::thousands(self.text.all()),
            numbers::count(self.samples[0].len() as u64, "run"),
        ))?;
        let columns = [
            Column::left("map, and how it is called"),
            Column::right("right in"),
            Column::right("most lost"),
            Column::right("median time"),
        ];
        let mut table = Table::new(page.style, columns);
        for (contender, samples) in CONTENDERS.iter().zip(&self.samples) {
            let right = samples.iter().filter(|sample| sample.lost == 0).count();
            let is_right = right == samples.len();
            let tone = if is_right { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(contender.name),
                Cell::toned(format!("{right} of {} runs", samples.len()), tone),
                Cell::toned(numbers::thousands(most_lost(samples)), tone),
                Cell::from(numbers::duration(median(samples))),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "Each call of each map is safe. Two calls are not one: between a look and a write another thread may write. \
             `entry` looks and writes under one lock of the map's own.",
        )?;
        match (most_lost(&self.samples[2]), self.text.threads) {
            (0, 1) => page.text("One thread alone loses nothing. Try --threads 2."),
            (0, _) => page.text(
                "Nothing was lost between `get` and `insert` this time, and nothing promises that. \
                 Try more --runs or more --readings.",
            ),
            _ => Ok(()),
        }
    }

    pub fn json(&self) -> Value {
        let row = |(contender, samples): (&Contender, &Vec<Sample>)| {
            json!({
                "map": contender.name,
                "lost": samples.iter().map(|sample| sample.lost).collect::<Vec<_>>(),
                "median_seconds": median(samples).as_secs_f64(),
            })
        };
        json!({
            "threads": self.text.threads,
            "readings": self.text.readings,
            "words": self.text.words.len(),
            "different": self.text.reference.len(),
            "expected": self.text.all(),
            "maps": CONTENDERS.iter().zip(&self.samples).map(row).collect::<Value>(),
        })
    }
}

fn most_lost(samples: &[Sample]) -> u64 {
    samples.iter().map(|sample| sample.lost).max().unwrap_or(0)
}

fn median(samples: &[Sample]) -> Duration {
    let mut elapsed: Vec<_> = samples.iter().map(|sample| sample.elapsed).collect();
    elapsed.sort_unstable();
    elapsed[(elapsed.len() - 1) / 2]
}
