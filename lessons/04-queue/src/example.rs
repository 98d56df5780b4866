//! The example's parts, one after the other: each is run, then told as text or as JSON.

mod closing;
mod counting;
mod failures;
mod input;
mod losses;
mod pipelines;
mod schedules;

use serde_json::json;
use shared::terminal::{Args, Page, Style};
use std::io::{self, Write};
use std::process::ExitCode;

use closing::Closing;
use counting::Counting;
use losses::Losses;
use pipelines::Pipelines;

/// What to type next, and what for.
const NEXT: [(&str, &str); 4] = [
    (
        "cargo test -p queue --test failing",
        "The same failures as tests, each with the interleaving that does it.",
    ),
    (
        "cargo xtask check queue",
        "Everything this lesson claims, checked.",
    ),
    (
        "cargo xtask sanitize queue",
        "The rings under ThreadSanitizer, where a nightly toolchain is there.",
    ),
    (
        "cargo run -p queue -- --input FILE",
        "The words of a text of your own; --help lists the other options.",
    ),
];

/// Shows the whole example.
///
/// # Errors
///
/// Fails if the text cannot be read or the output cannot be written.
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
    eprintln!("error: a sound queue lost a word on this machine: please report it");
    Ok(ExitCode::FAILURE)
}

/// Returns whether no sound queue has lost a word.
fn as_json(args: &Args, page: &mut Page<'_>) -> io::Result<bool> {
    let counting = Counting::run(args)?;
    let pipelines = Pipelines::run(args, &counting.sample)?;
    let losses = Losses::run(args, &counting.sample)?;
    let closing = Closing::run(args);
    let document = json!({
        "counting": counting.json(),
        "pipelines": pipelines.json(),
        "losses": losses.json(),
        "closing": closing.json(),
        "failures": failures::json(),
        "schedules": schedules::json(),
    });
    writeln!(page.out, "{document:#}")?;
    Ok(counting.is_exact() && pipelines.is_exact() && losses.is_exact() && closing.is_exact())
}

fn as_text(args: &Args, page: &mut Page<'_>) -> io::Result<bool> {
    let counting = Counting::run(args)?;
    counting.tell(page)?;
    let pipelines = Pipelines::run(args, &counting.sample)?;
    pipelines.tell(page)?;
    let losses = Losses::run(args, &counting.sample)?;
    losses.tell(page)?;
    let closing = Closing::run(args);
    closing.tell(page)?;
    failures::tell(page)?;
    schedules::tell(page)?;
    page.heading("Where to go next")?;
    for (command, purpose) in NEXT {
        page.command(command, purpose)?;
    }
    page.text("The code is in lessons/04-queue/src: begin with blocking_queue.rs, then lamport_ring.rs and mpmc_queue.rs.")?;
    Ok(counting.is_exact() && pipelines.is_exact() && losses.is_exact() && closing.is_exact())
}
