//! The example's parts, one after the other: each is run, then told as text or as JSON.

mod counting;
mod gallery;
mod message;
mod sales;

use serde_json::json;
use shared::terminal::{Args, Page, Style};
use shared::trial::Counters;
use std::io::{self, Write};
use std::process::ExitCode;

use gallery::Gallery;
use message::Found;
use sales::Sales;

/// What to type next, and what for.
const NEXT: [(&str, &str); 3] = [
    (
        "cargo test -p atomic --test failing",
        "What each broken type does, with the interleaving or the stale read that does it.",
    ),
    (
        "cargo xtask check atomic",
        "Everything this lesson claims, checked.",
    ),
    (
        "cargo run -p atomic -- --help",
        "Other numbers of threads, increments, runs and trials.",
    ),
];

/// Shows the whole example.
///
/// # Errors
///
/// Fails if the output cannot be written.
pub fn show(args: &Args, style: Style, out: &mut dyn Write) -> io::Result<ExitCode> {
    let page = &mut Page { style, out };
    let complaint = if args.flag("json") {
        as_json(args, page)?
    } else {
        as_text(args, page)?
    };
    let Some(complaint) = complaint else {
        return Ok(ExitCode::SUCCESS);
    };
    eprintln!("error: {complaint}: please report it");
    Ok(ExitCode::FAILURE)
}

fn as_json(args: &Args, page: &mut Page<'_>) -> io::Result<Option<&'static str>> {
    let (counters, sales) = (counting::run(args), Sales::run(args));
    let gallery = Gallery::collect(args);
    let document = json!({
        "counting": counting::json(&counters),
        "sales": sales.json(),
        "message": Found::look().json(),
        "litmus": gallery.json(),
    });
    writeln!(page.out, "{document:#}")?;
    Ok(complaint(&counters, &sales, &gallery))
}

fn as_text(args: &Args, page: &mut Page<'_>) -> io::Result<Option<&'static str>> {
    let counters = counting::run(args);
    counting::tell(&counters, page)?;
    let sales = Sales::run(args);
    sales.tell(page)?;
    Found::look().tell(page)?;
    let gallery = Gallery::collect(args);
    gallery.tell(page)?;
    page.heading("Where to go next")?;
    for (command, purpose) in NEXT {
        page.command(command, purpose)?;
    }
    page.text("The code is in lessons/03-atomic/src: begin with counter.rs and message.rs, then seqlock.rs.")?;
    Ok(complaint(&counters, &sales, &gallery))
}

/// Says what should not have happened, if anything did.
fn complaint(counters: &Counters, sales: &Sales, gallery: &Gallery) -> Option<&'static str> {
    if !counters.is_exact() {
        Some("`fetch_add` lost an update on this machine")
    } else if !sales.is_exact() {
        Some("the compare-exchange loop sold another number of seats than there are")
    } else if gallery.has_forbidden() {
        Some("this machine showed an outcome that the model forbids")
    } else {
        None
    }
}
