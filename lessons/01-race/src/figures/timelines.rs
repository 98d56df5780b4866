//! The lesson's failing tests as figures: each the very timeline that its test prints.

use crate::model::early_flag::EarlyFlag;
use crate::model::oversold::OversoldSeat;
use crate::model::{laws, racy};
use crate::processes;
use shared::figure::timeline_figure;
use shared::model::{Mode, check};
use shared::timeline::Timeline;
use std::io;
use std::path::Path;

/// Holds one law of `tests/failing.rs`, and how it fails.
#[derive(Debug)]
pub struct Failure {
    /// The law, by the name of its test.
    pub law: &'static str,
    /// What the test says.
    pub said: String,
    /// The same as a figure.
    pub figure: String,
}

/// Breaks each law of `tests/failing.rs` as that test does; `program` is the lesson's own, to be run as two processes.
///
/// # Errors
///
/// Fails if the processes cannot be run.
///
/// # Panics
///
/// Panics if a law holds.
pub fn timelines(program: &Path) -> io::Result<[Failure; 4]> {
    Ok([
        in_model(
            "no_update_is_lost",
            || laws::no_update_is_lost(racy::count),
            "Two threads add 1, and the counter ends at 1",
            "`no_update_is_lost` fails: both threads load 0 before either stores, so both store 1.",
        ),
        in_model(
            "a_seat_is_sold_once",
            laws::a_seat_is_sold_once::<OversoldSeat>,
            "Two buyers, one seat, sold twice",
            "`a_seat_is_sold_once` fails: both buyers find the seat free before either takes it.",
        ),
        in_model(
            "ready_means_written",
            laws::ready_means_written::<EarlyFlag>,
            "The price is read before it is written",
            "`ready_means_written` fails: the buyer comes between \"ready\" and the price, and reads 0.",
        ),
        across_processes(program)?,
    ])
}

fn in_model(law: &'static str, broken: fn(), title: &str, caption: &str) -> Failure {
    let found = check(Mode::Interleaving, broken).expect_err("a broken type breaks its law");
    let caption = format!("{caption} The timeline was {}.", found.found());
    failure(law, found.to_string(), &found.timeline(), title, &caption)
}

fn across_processes(program: &Path) -> io::Result<Failure> {
    let told = processes::follow(program, "ABAB")?;
    assert!(told.failure().is_some(), "no update was lost: {told}");
    Ok(failure(
        "no_update_is_lost_across_processes",
        told.to_string(),
        &told,
        "Two processes add 1 to a number in a file, and it ends at 1",
        "`no_update_is_lost_across_processes` fails: two processes share a file and no memory, and lose an update all the same. \
         They are real, and step as the schedule `ABAB` says.",
    ))
}

fn failure(
    law: &'static str,
    said: String,
    timeline: &Timeline,
    title: &str,
    caption: &str,
) -> Failure {
    let figure = timeline_figure(timeline, title, caption);
    Failure { law, said, figure }
}
