//! How many of all schedules go wrong, beside the program that is mended: counted, not sampled.

use lock::figures::figures;
use lock::schedules::explored;
use serde_json::{Value, json};
use shared::figure::Figure;
use shared::terminal::{Cell, Column, Page, Table, Tone};
use std::io;

/// Holds the count of one small program.
struct Count {
    title: &'static str,
    fault: &'static str,
    wrong: u128,
    total: u128,
    /// The shortest schedule that goes wrong, if any does.
    shortest: Option<String>,
}

fn counts() -> Vec<Count> {
    let count = |figure: Figure| {
        let (graph, fault) = (explored(&figure.program), &figure.fault);
        let schedules = graph
            .schedules()
            .expect("none of them loops for ever, so their schedules can be counted");
        Count {
            title: figure.title,
            fault: fault.many,
            wrong: schedules.ending(fault.is),
            total: schedules.total(),
            shortest: graph.witness(|state| state.is_end() && (fault.is)(state)),
        }
    };
    figures().into_iter().map(count).collect()
}

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    let counts = counts();
    page.heading("Every schedule, counted")?;
    page.text(&format!(
        "A schedule says which thread takes each step. Of the {} schedules of two opposite transfers, {} deadlock; \
         taken in one order, the locks leave none that does.",
        counts[0].total, counts[0].wrong,
    ))?;
    let columns = [
        Column::left("program"),
        Column::left("schedules that"),
        Column::right("are"),
        Column::right("of"),
        Column::left("such as"),
    ];
    let mut table = Table::new(page.style, columns);
    for count in &counts {
        let tone = if count.wrong == 0 {
            Tone::Good
        } else {
            Tone::Bad
        };
        table.push([
            Cell::from(count.title),
            Cell::from(count.fault),
            Cell::toned(count.wrong.to_string(), tone),
            Cell::from(count.total.to_string()),
            Cell::from(count.shortest.as_deref().unwrap_or_default()),
        ]);
    }
    page.drawing(table)?;
    writeln!(page.out)?;
    page.text("A share of schedules is not a probability: no machine draws its schedule by lot.")
}

pub fn json() -> Value {
    let row = |count: &Count| {
        json!({
            "program": count.title,
            "fault": count.fault,
            "wrong": count.wrong.to_string(),
            "total": count.total.to_string(),
            "shortest": count.shortest,
        })
    };
    counts().iter().map(row).collect()
}
