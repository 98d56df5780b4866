//! A deadlock of two real threads, found in the graph of who waits for whom.

use lock::deadlock::{in_one_order, in_opposite_orders};
use lock::wait_for::Standing;
use serde_json::{Value, json};
use shared::terminal::{Column, Page, Table, Tone};
use std::io;

/// Holds what the watchdog told.
pub struct Deadlock {
    opposite: Vec<Standing>,
    /// What it told of two threads that take the locks in one order.
    one_order: Option<Vec<Standing>>,
}

impl Deadlock {
    pub fn run() -> Self {
        Self {
            opposite: in_opposite_orders(),
            one_order: in_one_order(),
        }
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("A deadlock, for real")?;
        page.text(
            "Two threads move money between Alice and Bob, in opposite directions. Each locks the account that pays, \
             then the one that is paid; a barrier in between sees to it that both hold one by then.",
        )?;
        let columns = ["thread", "holds", "waits for", "held by"].map(Column::left);
        let mut table = Table::new(page.style, columns);
        for standing in &self.opposite {
            let awaited = standing.waits_for.unwrap_or_default();
            let cells = [
                &standing.thread,
                &standing.holds.join(", "),
                awaited,
                self.holder(awaited),
            ];
            table.push(cells.map(Into::into));
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        let verdict = page.style.paint(Tone::Bad, "Deadlock.").to_string();
        writeln!(page.out, "{verdict}")?;
        page.text(
            "Each waits for a lock that the other holds: a circle, which no time will open. A watchdog found it in the \
             graph of who waits for whom, without a clock. The two threads wait still; they end with this process.",
        )?;
        page.text(match &self.one_order {
            None => "Where both lock Alice's account first, whichever way the money goes, both transfers end.",
            Some(_) => "Where both lock Alice's account first, the watchdog found a circle too.",
        })
    }

    fn holder(&self, lock: &str) -> &str {
        let holds = |standing: &&Standing| standing.holds.contains(&lock);
        self.opposite
            .iter()
            .find(holds)
            .map_or("", |standing| &standing.thread)
    }

    pub fn json(&self) -> Value {
        let told = |standing: &Standing| json!({ "thread": standing.thread, "holds": standing.holds, "waits_for": standing.waits_for });
        json!({
            "opposite_orders": self.opposite.iter().map(told).collect::<Value>(),
            "one_order_deadlocks": self.one_order.is_some(),
        })
    }
}
