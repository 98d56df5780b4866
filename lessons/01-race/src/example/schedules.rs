//! How many of all schedules go wrong: counted, not sampled.

use race::figures::figures;
use race::schedules::explored;
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
    shortest: String,
}

fn counts() -> Vec<Count> {
    let count = |figure: Figure| {
        let (graph, fault) = (explored(&figure.program), &figure.fault);
        let schedules = graph
            .schedules()
            .expect("programs without loops have finitely many schedules");
        let shortest = graph.witness(|state| state.is_end() && (fault.is)(state));
        Count {
            title: figure.title,
            fault: fault.many,
            wrong: schedules.ending(fault.is),
            total: schedules.total(),
            shortest: shortest.expect("each of them can go wrong"),
        }
    };
    figures().into_iter().map(count).collect()
}

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    let counts = counts();
    page.heading("Every schedule, counted")?;
    page.text(&format!(
        "A schedule says which thread takes each step: ABABAB lets them take turns. \
         Of the {} schedules of two increments, {} lose an update.",
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
        table.push([
            Cell::from(count.title),
            Cell::from(count.fault),
            Cell::toned(count.wrong.to_string(), Tone::Bad),
            Cell::from(count.total.to_string()),
            Cell::from(count.shortest.as_str()),
        ]);
    }
    page.drawing(table)?;
    writeln!(page.out)?;
    page.text(
        "That share is not a probability: no machine draws its schedule by lot. \
         It says how many ways there are to be wrong, not how often a test will notice.",
    )
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
