//! The example's parts, one after the other: each is run, then told as text or as JSON.

mod counting;
mod interleaving;
mod outcomes;
mod processes;
mod schedules;

use serde_json::json;
use shared::terminal::{Args, Page, Style};
use std::io::{self, Write};
use std::process::ExitCode;

use counting::Counting;
use outcomes::Outcomes;
use processes::Processes;

/// What to type next, and what for.
const NEXT: [(&str, &str); 3] = [
    (
        "cargo test -p race --test failing",
        "The same failures as tests, each with the interleaving that does it.",
    ),
    (
        "cargo xtask check race",
        "Everything this lesson claims, checked.",
    ),
    (
        "cargo run -p race -- --help",
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
    let outcomes = if args.flag("json") {
        as_json(args, page)?
    } else {
        as_text(args, page)?
    };
    if outcomes.has_forbidden() {
        eprintln!("error: this machine showed an outcome that the model forbids: please report it");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn as_json(args: &Args, page: &mut Page<'_>) -> io::Result<Outcomes> {
    let outcomes = Outcomes::collect();
    let document = json!({
        "counting": Counting::run(args).json(),
        "outcomes": outcomes.json(),
        "interleaving": interleaving::json(),
        "schedules": schedules::json(),
        "processes": Processes::run()?.json(),
    });
    writeln!(page.out, "{document:#}")?;
    Ok(outcomes)
}

fn as_text(args: &Args, page: &mut Page<'_>) -> io::Result<Outcomes> {
    Counting::run(args).tell(page)?;
    interleaving::tell(page)?;
    schedules::tell(page)?;
    let outcomes = Outcomes::collect();
    outcomes.tell(page)?;
    Processes::run()?.tell(page)?;
    page.heading("Where to go next")?;
    for (command, purpose) in NEXT {
        page.command(command, purpose)?;
    }
    page.text("The code is in lessons/01-race/src: begin with racy.rs and unshared.rs.")?;
    Ok(outcomes)
}
