//! A reference into a `DashMap` that is held while its own thread inserts: the thread waits for itself.

use dashmap::DashMap;
use serde_json::{Value, json};
use shared::terminal::{Column, Page, Table, Tone};
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long the insertion is given to prove us wrong. One that is not stuck takes microseconds.
const PATIENCE: Duration = Duration::from_millis(500);

/// The seat whose price is looked up, and set.
const SEAT: u32 = 7;

/// What a thread says before and after it inserts.
#[derive(Debug, PartialEq, Eq)]
enum Says {
    /// It has looked up what it needs, and inserts next.
    Inserts,
    /// It has inserted.
    Inserted,
}

/// Holds what the watchdog saw of a thread that keeps the reference, and of one that copies the value out.
pub struct Deadlock {
    held: Standing,
    copied: Standing,
}

/// Tells whether a thread got on.
struct Standing {
    has_inserted: bool,
    /// Whether anybody else could reach the seat.
    is_locked: bool,
}

type Prices = Arc<DashMap<u32, u32>>;

impl Deadlock {
    /// Lets both threads try; one of them is left where it is, and ends with the process.
    pub fn run() -> Self {
        Self {
            held: watched(|prices, tell| {
                // ANCHOR: held
                let price = prices.get(&SEAT).expect("it has a price");
                say(tell, Says::Inserts);
                // The reference is in use below, so it keeps the shard locked: this waits for ever.
                prices.insert(SEAT, *price + 1);
                // ANCHOR_END: held
            }),
            copied: watched(|prices, tell| {
                // ANCHOR: copied
                let price = *prices.get(&SEAT).expect("it has a price");
                say(tell, Says::Inserts);
                prices.insert(SEAT, price + 1);
                // ANCHOR_END: copied
            }),
        }
    }

    /// Tells whether the one is stuck, and the other is not.
    pub fn is_as_told(&self) -> bool {
        let is_stuck = |standing: &Standing| !standing.has_inserted && standing.is_locked;
        is_stuck(&self.held) && self.copied.has_inserted
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("A deadlock, for real")?;
        page.text(
            "A thread looks up the price of seat 7 in a `DashMap` and inserts a new one. The reference that `get` gives it \
             keeps a whole shard locked, about one seat in eight on two cores; `insert` waits for that shard.",
        )?;
        let columns = ["price", "holds", "waits for", "held by"].map(Column::left);
        let mut table = Table::new(page.style, columns);
        for (name, standing) in [
            ("kept by reference", &self.held),
            ("copied out", &self.copied),
        ] {
            let cells = if standing.has_inserted {
                [name, "", "nothing: it has inserted", ""]
            } else {
                [name, "the shard of seat 7", "the shard of seat 7", "itself"]
            };
            table.push(cells.map(Into::into));
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        if !self.held.has_inserted {
            let verdict = page.style.paint(Tone::Bad, "Deadlock.").to_string();
            writeln!(page.out, "{verdict}")?;
        }
        page.text(&format!(
            "A watchdog gave the insertion {} ms, and then found the seat {} for everybody else too. \
             No time would help: the shard is free once the reference is gone, and that is after the insertion. \
             The thread waits still; it ends with this process.",
            PATIENCE.as_millis(),
            if self.held.is_locked { "locked" } else { "free" },
        ))
    }

    pub fn json(&self) -> Value {
        let told = |standing: &Standing| json!({ "has_inserted": standing.has_inserted, "is_locked": standing.is_locked });
        json!({ "reference_held": told(&self.held), "copied_out": told(&self.copied) })
    }
}

/// Starts a thread that looks and inserts, and waits until it has or its time is up.
fn watched(look_and_insert: fn(&DashMap<u32, u32>, &Sender<Says>)) -> Standing {
    let prices: Prices = Arc::new(DashMap::from_iter([(SEAT, 40)]));
    let (tell, told) = channel();
    let thread = thread::Builder::new().name("A".to_owned()).spawn({
        let prices = Arc::clone(&prices);
        move || {
            look_and_insert(&prices, &tell);
            say(&tell, Says::Inserted);
        }
    });
    drop(thread.expect("the system has room for a thread"));
    assert_eq!(told.recv(), Ok(Says::Inserts));
    Standing {
        has_inserted: is_inserted(&told),
        // Tried, not asked for: the watchdog must not wait as well.
        is_locked: prices.try_get_mut(&SEAT).is_locked(),
    }
}

fn is_inserted(told: &Receiver<Says>) -> bool {
    match told.recv_timeout(PATIENCE) {
        Ok(said) => said == Says::Inserted,
        Err(RecvTimeoutError::Timeout) => false,
        Err(RecvTimeoutError::Disconnected) => panic!("inserting does not panic"),
    }
}

fn say(tell: &Sender<Says>, what: Says) {
    tell.send(what).expect("the watchdog listens");
}
