//! The words of the text, counted one after the other and through a bounded queue.

use super::input::Input;
use queue::machine::blocking_queue::BlockingQueue;
use queue::pipeline::{Counted, Plan, count_through};
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Progress, Table, Tone, numbers};
use shared::text::{Chunk, Tally};
use std::io;
use std::time::{Duration, Instant};

/// How many chunks are kept for the parts that follow, so that a text of any size fits.
const SAMPLE: usize = 256;

/// How many of the most frequent words are told.
const FREQUENT: usize = 5;

/// Holds what was counted.
pub struct Counting {
    name: String,
    plan: Plan,
    /// How many chunks the text has.
    chunks: u32,
    /// The first of them.
    pub sample: Vec<Chunk>,
    /// What one thread has counted, and how long it took if it did nothing else.
    alone: (Tally, Option<Duration>),
    piped: (Counted, Duration),
}

impl Counting {
    pub fn run(args: &Args) -> io::Result<Self> {
        let Input { name, text } = Input::find(args)?;
        let plan = plan(args);
        let mut alone = (Tally::default(), None);
        if text.is_repeatable() {
            let began = Instant::now();
            let progress = progress("chunk by one thread", text.length());
            for chunk in text.chunks() {
                alone.0.add(&chunk?);
                progress.advance();
            }
            alone.1 = Some(began.elapsed());
        }
        let (mut read, mut sample) = (0, Vec::new());
        let began = Instant::now();
        let progress = progress("chunk through the queue", text.length());
        let mut chunks = text.chunks().inspect(|chunk| {
            progress.advance();
            let Ok(chunk) = chunk else { return };
            read += 1;
            if sample.len() < SAMPLE {
                sample.push(chunk.clone());
            }
            // What can be read only once is counted by the reader too, before it is handed over.
            if !text.is_repeatable() {
                alone.0.add(chunk);
            }
        });
        let counted = count_through::<BlockingQueue<Chunk>>(plan, &mut chunks)?;
        let piped = (counted, began.elapsed());
        drop(chunks);
        Ok(Self {
            name,
            plan,
            chunks: read,
            sample,
            alone,
            piped,
        })
    }

    pub fn is_exact(&self) -> bool {
        self.piped.0.tally.lost_and_surplus(&self.alone.0) == (0, 0)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("See it")?;
        page.text(&format!(
            "The words of {}: one thread reads, {}, and one merges. Between them is a BlockingQueue with room for {}. \
             To check it, {}.",
            self.name,
            match self.plan.counters {
                1 => "one counts".to_owned(),
                counters => format!("{counters} count"),
            },
            numbers::count(self.plan.capacity as u64, "chunk"),
            match self.alone.1 {
                Some(_) => "one thread counts them too, one after the other",
                None => "the reader counts them too, before it hands them over: they can be read only once",
            },
        ))?;
        let columns = [
            Column::left("counted"),
            Column::right("words"),
            Column::right("different"),
            Column::right("time"),
        ];
        let mut table = Table::new(page.style, columns);
        let (alone, piped) = (&self.alone, &self.piped);
        table.push(row("by one thread", &alone.0, alone.1, Tone::Plain));
        let tone = if self.is_exact() {
            Tone::Good
        } else {
            Tone::Bad
        };
        table.push(row(
            "through the queue",
            &piped.0.tally,
            Some(piped.1),
            tone,
        ));
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(&self.frequent())?;
        if piped.0.tally.has_others() {
            page.text(
                "More words are different than are told apart; the rest is counted as one. So memory has a bound, whatever \
                 the text.",
            )?;
        }
        page.text(&format!(
            "In memory at once were at most {} of the text: in the queue, with the reader, and with those who count. A \
             reader that is too fast waits at the queue, which is called back-pressure.",
            numbers::count(piped.0.most_at_once, "chunk"),
        ))?;
        match self.alone.1.filter(|&alone| alone < piped.1) {
            Some(alone) => page.text(&self.why_not_faster(alone)),
            None => Ok(()),
        }
    }

    fn why_not_faster(&self, alone: Duration) -> String {
        format!(
            "All those threads were no faster than one, this time. To count a chunk takes {}; with a queue, each is also handed \
             over, and whoever sleeps is woken. That pays where the work on a value is more than the way to it, and there is a \
             processor for each thread.",
            numbers::duration(alone / self.chunks.max(1)),
        )
    }

    fn frequent(&self) -> String {
        let frequent = self.piped.0.tally.most_frequent(FREQUENT);
        let told = |(word, count): &(String, u64)| format!("{word} {}", numbers::thousands(*count));
        match frequent.iter().map(told).collect::<Vec<_>>() {
            none if none.is_empty() => "There is no word in it.".to_owned(),
            words => format!("The most frequent: {}.", words.join(", ")),
        }
    }

    pub fn json(&self) -> Value {
        json!({
            "text": self.name,
            "threads": self.plan.counters,
            "capacity": self.plan.capacity,
            "words": self.piped.0.tally.words(),
            "words_by_one_thread": self.alone.0.words(),
            "different_words": self.piped.0.tally.distinct(),
            "most_frequent": self.piped.0.tally.most_frequent(FREQUENT),
            "most_chunks_at_once": self.piped.0.most_at_once,
            "is_exact": self.is_exact(),
        })
    }
}

/// Reads off the options how a pipeline is built.
pub fn plan(args: &Args) -> Plan {
    Plan {
        counters: args.number("threads") as usize,
        capacity: args.number("capacity") as usize,
    }
}

fn progress(step: &'static str, length: Option<u64>) -> Progress {
    match length {
        Some(length) => Progress::new(step, length),
        None => Progress::without_end(step),
    }
}

fn row(how: &str, tally: &Tally, time: Option<Duration>, tone: Tone) -> [Cell; 4] {
    [
        Cell::from(how),
        Cell::toned(numbers::thousands(tally.words()), tone),
        Cell::from(different(tally)),
        Cell::from(time.map_or_else(|| "not timed".to_owned(), numbers::duration)),
    ]
}

fn different(tally: &Tally) -> String {
    let or_more = if tally.has_others() { " or more" } else { "" };
    numbers::thousands(tally.distinct() as u64) + or_more
}
