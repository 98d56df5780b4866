//! A visitor who changes seats all the time, and a thread that counts the seats taken: in place, and in a snapshot.

use dashmap::DashMap;
use serde_json::{Value, json};
use shared::terminal::{Cell, Column, Page, Table, Tone, numbers};
use shared::trial::together;
use std::collections::BTreeSet;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use thread_safe_structures::machine::hall::Hall;
use thread_safe_structures::machine::snapshot::Snapshot;

/// How often the visitor changes.
const CHANGES: u32 = 20_000;

/// Seats enough to be in all shards.
const SEATS: u32 = 64;

/// Holds what was seen of both halls.
pub struct Halls {
    iterated: Seen,
    snapshot: Seen,
}

struct Seen {
    /// How often the seats were counted.
    looks: u64,
    /// How often nobody was in.
    nobody: u64,
    /// How often more were in than can be.
    crowd: u64,
}

impl Halls {
    pub fn run() -> Self {
        Self {
            iterated: watched::<DashMap<u32, ()>>(),
            snapshot: watched::<Snapshot<BTreeSet<u32>>>(),
        }
    }

    pub fn is_exact(&self) -> bool {
        self.snapshot.nobody + self.snapshot.crowd == 0
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("Iteration is no snapshot")?;
        page.text(&format!(
            "A visitor changes seats {} times, and takes the new seat before leaving the old one: one seat is taken at any \
             moment, or two. Another thread counts them meanwhile.",
            numbers::thousands(CHANGES.into()),
        ))?;
        let columns = [
            Column::left("hall"),
            Column::right("counted"),
            Column::right("nobody in"),
            Column::right("more than two in"),
        ];
        let mut table = Table::new(page.style, columns);
        for (name, seen) in [
            ("DashMap, iterated", &self.iterated),
            ("Snapshot", &self.snapshot),
        ] {
            let tone = |wrong| if wrong == 0 { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(name),
                Cell::from(numbers::thousands(seen.looks)),
                Cell::toned(numbers::thousands(seen.nobody), tone(seen.nobody)),
                Cell::toned(numbers::thousands(seen.crowd), tone(seen.crowd)),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "The map is counted shard by shard, and the visitor moves from one that is not yet counted to one that is, or the \
             other way. `len` adds up the shards likewise. A snapshot is the value of one moment.",
        )
    }

    pub fn json(&self) -> Value {
        let told = |seen: &Seen| json!({ "counted": seen.looks, "nobody": seen.nobody, "crowd": seen.crowd });
        json!({ "iterated": told(&self.iterated), "snapshot": told(&self.snapshot) })
    }
}

/// Lets the visitor change seats, and the other thread count until the visitor is done.
fn watched<H: Hall>() -> Seen {
    let (hall, is_over) = (H::with_a_visitor_in(0), AtomicBool::new(false));
    let run = together(2, |who| {
        if who == 0 {
            (0..CHANGES).for_each(|at| hall.change_seats(at % SEATS, (at + 1) % SEATS));
            // Relaxed: a hint to stop; what was seen is handed over by the join.
            is_over.store(true, Relaxed);
            return None;
        }
        let mut seen = Seen {
            looks: 0,
            nobody: 0,
            crowd: 0,
        };
        while !is_over.load(Relaxed) {
            let taken = hall.taken();
            seen.looks += 1;
            seen.nobody += u64::from(taken == 0);
            seen.crowd += u64::from(taken > 2);
        }
        Some(seen)
    });
    let seen = run.results.into_iter().flatten().next();
    seen.expect("one of the two counts")
}
