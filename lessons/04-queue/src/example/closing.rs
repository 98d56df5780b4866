//! Shutdown: a queue that is closed under a producer's hands, and whether what it accepted was popped.

use queue::closing::{Balance, close_often};
use queue::machine::blocking_queue::BlockingQueue;
use queue::machine::lost_on_close::LostOnClose;
use queue::machine::parking_queue::ParkingQueue;
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Table, Tone, numbers};
use std::io;

/// How often a queue is closed for each run.
const CLOSES: u64 = 100;

/// A queue's name, and what closes it so many times.
type Closed = (&'static str, fn(u64) -> Balance);

/// The broken one comes first.
const QUEUES: [Closed; 3] = [
    ("LostOnClose", close_often::<LostOnClose<u64>>),
    ("BlockingQueue", close_often::<BlockingQueue<u64>>),
    ("ParkingQueue", close_often::<ParkingQueue<u64>>),
];

/// Holds what went into each queue and came out.
pub struct Closing {
    times: u64,
    balances: [Balance; QUEUES.len()],
}

impl Closing {
    pub fn run(args: &Args) -> Self {
        let times = args.number("runs") * CLOSES;
        let balances = QUEUES.map(|(_, close)| close(times));
        Self { times, balances }
    }

    pub fn is_exact(&self) -> bool {
        self.balances
            .iter()
            .skip(1)
            .all(|sound| sound.accepted == sound.popped)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("Shutdown")?;
        page.text(&format!(
            "One thread pushes until it is refused; another closes the queue meanwhile and drains it, {}.",
            numbers::count(self.times, "time"),
        ))?;
        let columns = [
            Column::left("queue"),
            Column::right("accepted"),
            Column::right("popped"),
            Column::right("lost"),
        ];
        let mut table = Table::new(page.style, columns);
        for ((name, _), balance) in QUEUES.iter().zip(self.balances) {
            let lost = balance.accepted - balance.popped;
            let tone = if lost == 0 { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(*name),
                Cell::from(numbers::thousands(balance.accepted)),
                Cell::from(numbers::thousands(balance.popped)),
                Cell::toned(numbers::thousands(lost), tone),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "LostOnClose asks whether the queue is open, and then waits for its lock and for room. Meanwhile the queue is \
             closed and drained, and what it accepts after that nobody pops.",
        )
    }

    pub fn json(&self) -> Value {
        let row = |((name, _), balance): (&Closed, &Balance)| json!({ "queue": name, "accepted": balance.accepted, "popped": balance.popped });
        json!({ "times": self.times, "queues": QUEUES.iter().zip(&self.balances).map(row).collect::<Value>() })
    }
}
