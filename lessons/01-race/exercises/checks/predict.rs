//! Replays the schedules that were written down, and computes the least value from all states.

use super::{ENDS_IN_1, LEAST, REACHES_THE_LEAST};
use race::schedules::{explored, lost_update};
use shared::exercise::{Check, Refusal};
use shared::explore::Graph;

/// The check.
pub const CHECK: Check = Check {
    name: "predict",
    law: "A schedule decides the result: the same program, stepped in another order, ends in another number.",
    page: "01-race/why.md",
    section: "What a schedule is",
    run,
};

fn run() -> Result<String, Refusal> {
    let once = explored(&lost_update(1));
    let end = counter_after(&once, "ENDS_IN_1", ENDS_IN_1)?;
    if end != 1 {
        return refuse(format!("ENDS_IN_1 ends in {end}: no update is lost"));
    }
    let ten_times = explored(&lost_update(10));
    let ends = ten_times.ends().map(|end| end.value("counter"));
    let least = ends.min().expect("some schedule ends");
    if LEAST > least {
        return refuse(format!("LEAST is {LEAST}, and some schedule ends lower"));
    }
    if LEAST < least {
        return refuse(format!("LEAST is {LEAST}, and no schedule ends so low"));
    }
    let end = counter_after(&ten_times, "REACHES_THE_LEAST", REACHES_THE_LEAST)?;
    if end != LEAST {
        return refuse(format!("REACHES_THE_LEAST ends in {end}, not in {LEAST}"));
    }
    let states = ten_times.states().len();
    Ok(format!(
        "{states} states hold every schedule of 2 × 10 increments, and none ends below {least}"
    ))
}

/// Follows a schedule to its end, and returns what the counter holds there.
fn counter_after(program: &Graph, name: &str, schedule: &str) -> Result<i64, Refusal> {
    let letters: String = schedule.split_whitespace().collect();
    if letters.is_empty() {
        return refuse(format!(
            "{name} is empty: write a schedule, a letter for each step"
        ));
    }
    let end = program.after(&letters);
    let end = end.map_err(|error| Refusal::because(format!("{name}: {error}")))?;
    if !end.is_finished() {
        let letters = letters.len();
        return refuse(format!(
            "{name} stops after {letters} letters, and a thread has steps left"
        ));
    }
    Ok(end.value("counter"))
}

fn refuse<T>(reason: String) -> Result<T, Refusal> {
    Err(Refusal::because(reason))
}
