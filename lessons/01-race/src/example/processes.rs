//! The same race between two processes, which share a file and no memory.

use race::processes::race;
use serde_json::{Value, json};
use shared::terminal::{Page, numbers};
use std::io;

/// How often each process adds 1; enough that the two meet, and over in a fraction of a second.
const TIMES: u64 = 10_000;

/// Holds what the file held in the end.
pub struct Processes {
    counted: u64,
}

impl Processes {
    pub fn run() -> io::Result<Self> {
        let program = std::env::current_exe()?;
        Ok(Self {
            counted: race(&program, TIMES)?,
        })
    }

    fn lost(&self) -> u64 {
        2 * TIMES - self.counted
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        let (times, expected) = (numbers::thousands(TIMES), numbers::thousands(2 * TIMES));
        page.heading("Two processes, one file")?;
        page.text(&format!(
            "Two processes read, add and write one number in a file, {times} times each. \
             They share no memory. Expected: {expected}. The file says: {}. Lost: {} ({}).",
            numbers::thousands(self.counted),
            numbers::thousands(self.lost()),
            numbers::percent(self.lost(), 2 * TIMES),
        ))?;
        if self.lost() == 0 {
            page.text("Nothing was lost this time: the processes ran one after the other. Nothing promises that they do.")?;
        }
        page.text("Lesson 02 mends it with a file lock.")
    }

    pub fn json(&self) -> Value {
        json!({ "times_each": TIMES, "expected": 2 * TIMES, "counted": self.counted, "lost": self.lost() })
    }
}
