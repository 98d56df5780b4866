//! How many of all schedules go wrong, beside the program that is mended: counted, not sampled.

use queue::schedules::{
    close_against_push, close_under_the_lock, explored, index_first, leaves_a_value_behind,
    peek_then_pop, pop_at_once, pops_a_value_twice, reads_an_unwritten_slot, value_first,
};
use serde_json::{Value, json};
use shared::explore::{Program, State};
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

fn counts() -> [Count; 6] {
    let unwritten = ("read an unwritten slot", reads_an_unwritten_slot as Fault);
    let twice = ("pop a value twice", pops_a_value_twice as Fault);
    let behind = ("leave a value behind", leaves_a_value_behind as Fault);
    [
        count("index first", &index_first(), unwritten),
        count("value first", &value_first(), unwritten),
        count("peek, then pop", &peek_then_pop(), twice),
        count("in one section", &pop_at_once(), twice),
        count("close against push", &close_against_push(), behind),
        count("asked under the lock", &close_under_the_lock(), behind),
    ]
}

type Fault = fn(&State<'_>) -> bool;

fn count(
    title: &'static str,
    program: &Program,
    (fault, is_wrong): (&'static str, Fault),
) -> Count {
    let graph = explored(program);
    let schedules = graph
        .schedules()
        .expect("none of them loops for ever, so their schedules can be counted");
    Count {
        title,
        fault,
        wrong: schedules.ending(is_wrong),
        total: schedules.total(),
        shortest: graph.witness(is_wrong),
    }
}

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("Every schedule, counted")?;
    page.text("A schedule says which thread takes each step: A, or B.")?;
    let columns = [
        Column::left("program"),
        Column::left("schedules that"),
        Column::right("are"),
        Column::right("of"),
        Column::left("such as"),
    ];
    let mut table = Table::new(page.style, columns);
    for count in counts() {
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
