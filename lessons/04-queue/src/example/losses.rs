//! What broken queues lose: the same words through queues that nobody waits at, again and again.

use super::counting::plan;
use queue::machine::full_looks_empty::FullLooksEmpty;
use queue::machine::mpmc_queue::MpmcQueue;
use queue::machine::peek_then_pop::PeekThenPop;
use queue::pipeline::{Pipeline, count_by_polling};
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Progress, Table, Tone, numbers};
use shared::text::{Chunk, Tally};
use std::io;

/// The sound one comes last.
const QUEUES: [(&str, Pipeline); 3] = [
    ("PeekThenPop", count_by_polling::<PeekThenPop<Chunk>>),
    ("FullLooksEmpty", count_by_polling::<FullLooksEmpty<Chunk>>),
    ("MpmcQueue", count_by_polling::<MpmcQueue<Chunk>>),
];

/// What all runs of one queue came to.
#[derive(Clone, Copy, Default)]
struct Loss {
    lost: u64,
    surplus: u64,
    wrong_runs: u64,
}

/// Holds what each queue has lost.
pub struct Losses {
    words: u64,
    runs: u64,
    losses: [Loss; QUEUES.len()],
}

impl Losses {
    pub fn run(args: &Args, chunks: &[Chunk]) -> io::Result<Self> {
        let (plan, runs) = (plan(args), args.number("runs"));
        let mut right = Tally::default();
        chunks.iter().for_each(|chunk| right.add(chunk));
        let mut losses = [Loss::default(); QUEUES.len()];
        let progress = Progress::new("run", runs);
        for _ in 0..runs {
            for ((_, pipeline), loss) in QUEUES.iter().zip(&mut losses) {
                let counted = pipeline(plan, &mut chunks.iter().cloned().map(Ok))?;
                let (lost, surplus) = counted.tally.lost_and_surplus(&right);
                loss.lost += lost;
                loss.surplus += surplus;
                loss.wrong_runs += u64::from(lost + surplus > 0);
            }
            progress.advance();
        }
        let words = right.words();
        Ok(Self {
            words,
            runs,
            losses,
        })
    }

    pub fn is_exact(&self) -> bool {
        self.losses
            .last()
            .is_some_and(|sound| sound.wrong_runs == 0)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("What broken queues lose")?;
        page.text(&format!(
            "The same words again, {} times {}, through queues at which nobody waits: whoever finds one full, or empty, \
             asks again.",
            numbers::count(self.runs, "run"),
            numbers::count(self.words, "word"),
        ))?;
        let columns = [
            Column::left("queue"),
            Column::right("words lost"),
            Column::right("words too many"),
            Column::right("wrong runs"),
        ];
        let mut table = Table::new(page.style, columns);
        for ((name, _), loss) in QUEUES.iter().zip(self.losses) {
            let tone = |number| match number {
                0 => Tone::Good,
                _ => Tone::Bad,
            };
            let cell = |number| Cell::toned(numbers::thousands(number), tone(number));
            table.push([
                Cell::from(*name),
                cell(loss.lost),
                cell(loss.surplus),
                cell(loss.wrong_runs),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "PeekThenPop gives two threads one chunk, and throws the next away unread. FullLooksEmpty forgets all it holds \
             whenever it has become full. If there is nothing wrong this time, nothing promises that it stays so.",
        )
    }

    pub fn json(&self) -> Value {
        let row = |((name, _), loss): (&(&str, Pipeline), &Loss)| json!({ "queue": name, "lost": loss.lost, "surplus": loss.surplus, "wrong_runs": loss.wrong_runs });
        json!({
            "words": self.words,
            "runs": self.runs,
            "queues": QUEUES.iter().zip(&self.losses).map(row).collect::<Value>(),
        })
    }
}
