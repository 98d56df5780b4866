//! More visitors than seats: a compare-exchange loop beside adding first and checking afterwards.

use atomic::machine::bounded_sale::{BoundedSale, Sale};
use atomic::machine::wrapping_sales::WrappingSales;
use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Table, Tone, numbers};
use shared::trial::together;
use std::io;

const SEATS: u8 = 100;

/// How often each thread asks for a seat.
const VISITS: u64 = 1_000;

/// Holds how many visitors were sold a seat.
pub struct Sales {
    threads: u64,
    bounded: u64,
    wrapping: u64,
}

impl Sales {
    pub fn run(args: &Args) -> Self {
        let threads = args.number("threads");
        Self {
            threads,
            bounded: sell::<BoundedSale>(threads),
            wrapping: sell::<WrappingSales>(threads),
        }
    }

    pub fn is_exact(&self) -> bool {
        self.bounded == u64::from(SEATS)
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("Check and act in one step")?;
        page.text(&format!(
            "{SEATS} seats; {} ask for one, {} each. The count is a byte.",
            numbers::count(self.threads, "thread"),
            numbers::count(VISITS, "time"),
        ))?;
        let columns = [Column::left("sale"), Column::right("seats sold")];
        let mut table = Table::new(page.style, columns);
        for (name, sold) in [
            ("fetch_add, then check", self.wrapping),
            ("compare-exchange loop", self.bounded),
        ] {
            let tone = if sold == u64::from(SEATS) {
                Tone::Good
            } else {
                Tone::Bad
            };
            table.push([
                Cell::from(name),
                Cell::toned(numbers::thousands(sold), tone),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "`fetch_add` counts those whom it refuses, until the byte wraps around and the seats are sold again. \
             The loop works out the next count and stores it only if no other thread has changed it meanwhile.",
        )
    }

    pub fn json(&self) -> Value {
        json!({ "seats": SEATS, "visits": self.threads * VISITS, "compare_exchange": self.bounded, "fetch_add_then_check": self.wrapping })
    }
}

/// Lets all threads buy what they can, and returns how many seats they were sold.
fn sell<S: Sale>(threads: u64) -> u64 {
    let sale = S::open(SEATS);
    let sold = together(threads as usize, |_| {
        (0..VISITS).filter(|_| sale.sell()).count() as u64
    });
    sold.results.iter().sum()
}
