//! The pages say what is counted: how many schedules there are, and in which row of a timeline what happens.

#[path = "../../../shared/tests/lesson/told.rs"]
mod told;

use race::schedules::{explored, lost_update};
use shared::explore::State;
use std::fs;
use std::path::Path;
use told::demand_told;

fn counter(end: &State<'_>) -> i64 {
    end.value("counter")
}

#[test]
fn schedules_are_told_as_they_are_counted() {
    let (once, twice) = (explored(&lost_update(1)), explored(&lost_update(2)));
    let (once, twice) = (
        once.schedules().expect("it has no loop"),
        twice.schedules().expect("it has no loop"),
    );
    let (total, exact) = (once.total(), once.ending(|end| counter(end) == 2));
    let (total_of_two, exact_of_two) = (twice.total(), twice.ending(|end| counter(end) == 4));
    let lost = once.ending(|end| counter(end) == 1);
    let said = [
        format!("120 divided by 6 is **{total} schedules**."),
        format!("## Why {lost} of them lose an update"),
        format!("These are **{exact}** schedules, and there is no third."),
        format!("In the other **{lost}**, each thread reads before the other has written."),
        format!("{lost} of {total} is nine tenths."),
        format!("there are {total_of_two} schedules, and {exact_of_two} of them are exact."),
    ];
    demand_told("01-race/why.md", &said);
    let orders = "orders in which two threads can each read, add and write";
    let said = format!("Of the {total} {orders}, {lost} lose an update.");
    demand_told("../../README.md", &[said]);
}

#[test]
fn the_least_value_is_told_as_it_is_found() {
    for increments in 2..=4 {
        let graph = explored(&lost_update(increments));
        assert_eq!(graph.ends().map(|end| counter(&end)).min(), Some(2));
    }
    let said = "The least that the counter can end at is 2, however often each thread adds";
    demand_told("01-race/why.md", &[said.to_owned()]);
}

#[test]
fn the_rows_of_the_first_timeline_are_told_by_their_numbers() {
    let record =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/no_update_is_lost.txt");
    let record = fs::read_to_string(record).expect("the failing test is recorded");
    let rows: Vec<Vec<_>> = record
        .lines()
        .map(|line| line.split('│').map(str::trim).collect())
        .collect();
    let row = |lane: usize, step: &str| {
        let found = rows.iter().find(|row| row.get(lane) == Some(&step));
        found
            .map(|row| row[0].to_owned())
            .unwrap_or_else(|| panic!("{step} is not in\n{record}"))
    };
    let (a, b) = (2, 3);
    let [read, overwritten, written] = [
        row(a, "value.load → 0"),
        row(b, "value.store ← 1"),
        row(a, "value.store ← 1"),
    ];
    let other = row(b, "value.load → 0");
    let said = [
        format!(
            "At row {written}, A writes 1; what it had read in row {read} was overwritten in row {overwritten}."
        ),
        format!("Row {written}, A's store, to before row {other}, B's load."),
    ];
    demand_told("timeline.md", &said);
}
