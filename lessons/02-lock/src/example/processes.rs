//! Two processes on one file, without its lock and under it.

use lock::processes::Protection::{self, Locked, Unlocked};
use lock::processes::{Sum, add_from_two_processes};
use serde_json::{Value, json};
use shared::terminal::{Cell, Column, Page, Table, Tone, numbers};
use std::io;

/// How often each process adds 1; enough that the two meet, and over in a moment.
const TIMES: u64 = 5_000;

/// Holds what the file held in the end.
pub struct Processes {
    sums: [(Protection, Sum); 2],
}

impl Processes {
    pub fn run() -> io::Result<Self> {
        let program = std::env::current_exe()?;
        let sum = |protection| {
            let sum = add_from_two_processes(&program, TIMES, protection)?;
            Ok::<_, io::Error>((protection, sum))
        };
        Ok(Self {
            sums: [sum(Unlocked)?, sum(Locked)?],
        })
    }

    pub fn is_exact(&self) -> bool {
        let lossless =
            |&(protection, sum): &(Protection, Sum)| protection == Unlocked || lost(sum) == 0;
        self.sums.iter().all(lossless)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("Two processes, one file")?;
        page.text(&format!(
            "Two processes read, add and write one number in a file, {} each. They share no memory, so no mutex can \
             help them: the system keeps a lock on the file. Expected: {}.",
            numbers::count(TIMES, "time"),
            numbers::thousands(2 * TIMES),
        ))?;
        let columns = [
            Column::left("the file is"),
            Column::right("counted"),
            Column::right("lost"),
            Column::right("time"),
        ];
        let mut table = Table::new(page.style, columns);
        for (protection, sum) in self.sums {
            let tone = if lost(sum) == 0 {
                Tone::Good
            } else {
                Tone::Bad
            };
            table.push([
                Cell::from(protection.word()),
                Cell::toned(numbers::thousands(sum.counted), tone),
                Cell::toned(numbers::thousands(lost(sum)), tone),
                Cell::from(numbers::duration(sum.elapsed)),
            ]);
        }
        page.drawing(table)?;
        if self.sums.iter().all(|&(_, sum)| lost(sum) == 0) {
            writeln!(page.out)?;
            page.text("Nothing was lost without the lock this time: the processes ran one after the other. Nothing promises that they do.")?;
        }
        Ok(())
    }

    pub fn json(&self) -> Value {
        let [unlocked, locked] = self.sums.map(|(_, sum)| {
            json!({ "counted": sum.counted, "lost": lost(sum), "seconds": sum.elapsed.as_secs_f64() })
        });
        json!({ "times_each": TIMES, "expected": 2 * TIMES, "unlocked": unlocked, "locked": locked })
    }
}

fn lost(sum: Sum) -> u64 {
    2 * TIMES - sum.counted
}
