//! The example's parts, one after the other: each is run, then told as text or as JSON.

mod cost;
mod counting;
mod deadlock;
mod failures;
mod processes;
mod schedules;

use serde_json::json;
use shared::terminal::{Args, Page, Style};
use std::io::{self, Write};
use std::process::ExitCode;

use cost::Cost;
use deadlock::Deadlock;
use processes::Processes;

/// What to type next, and what for.
const NEXT: [(&str, &str); 4] = [
    (
        "cargo test -p lock --test failing",
        "The same failures as tests, each with the interleaving that does it.",
    ),
    (
        "cargo xtask check lock",
        "Everything this lesson claims, checked.",
    ),
    (
        "cargo xtask sanitize lock",
        "The Relaxed unlock under ThreadSanitizer, where a nightly toolchain is there.",
    ),
    (
        "cargo run -p lock -- --help",
        "Other numbers of threads, increments and runs.",
    ),
];

/// Shows the whole example.
///
/// # Errors
///
/// Fails if the output cannot be written or the two processes cannot be run.
pub fn show(args: &Args, style: Style, out: &mut dyn Write) -> io::Result<ExitCode> {
    let page = &mut Page { style, out };
    let is_exact = if args.flag("json") {
        as_json(args, page)?
    } else {
        as_text(args, page)?
    };
    if is_exact {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: a lock lost an update on this machine: please report it");
    Ok(ExitCode::FAILURE)
}

/// Returns whether no lock has lost an update.
fn as_json(args: &Args, page: &mut Page<'_>) -> io::Result<bool> {
    let (counters, cost) = (counting::run(args), Cost::measure(args));
    let processes = Processes::run()?;
    let document = json!({
        "counting": counting::json(&counters),
        "deadlock": Deadlock::run().json(),
        "failures": failures::json(),
        "schedules": schedules::json(),
        "processes": processes.json(),
        "cost": cost.json(),
    });
    writeln!(page.out, "{document:#}")?;
    Ok(counters.is_exact() && cost.is_exact() && processes.is_exact())
}

fn as_text(args: &Args, page: &mut Page<'_>) -> io::Result<bool> {
    let counters = counting::run(args);
    counting::tell(&counters, page)?;
    Deadlock::run().tell(page)?;
    failures::tell(page)?;
    schedules::tell(page)?;
    let processes = Processes::run()?;
    processes.tell(page)?;
    let cost = Cost::measure(args);
    cost.tell(page)?;
    page.heading("Where to go next")?;
    for (command, purpose) in NEXT {
        page.command(command, purpose)?;
    }
    page.text("The code is in lessons/02-lock/src: begin with locked.rs, then look inside a lock with spin.rs.")?;
    Ok(counters.is_exact() && cost.is_exact() && processes.is_exact())
}
