//! The example's parts, one after the other: each is run, then told as text or as JSON.

mod book;
mod counting;
mod deadlock;
mod failures;
mod hall;
mod schedules;
mod shops;

use serde_json::json;
use shared::terminal::{Args, Page, Style};
use std::io::{self, Write};
use std::process::ExitCode;

use counting::Counting;
use deadlock::Deadlock;
use hall::Halls;
use shops::Shops;

/// What to type next, and what for.
const NEXT: [(&str, &str); 4] = [
    (
        "cargo test -p thread-safe-structures --test failing",
        "The same failures as tests, each with the interleaving that does it.",
    ),
    (
        "cargo xtask check thread-safe-structures",
        "Everything this lesson claims, checked.",
    ),
    (
        "cargo xtask sanitize thread-safe-structures",
        "The node that is freed too early under two sanitizers, where a nightly toolchain is there.",
    ),
    (
        "cargo run -p thread-safe-structures -- --help",
        "Other numbers of threads, runs and seats.",
    ),
];

/// Shows the whole example.
///
/// # Errors
///
/// Fails if the output cannot be written or the book's text cannot be read.
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
    let (counting, deadlock) = (Counting::run(args)?, Deadlock::run());
    let (halls, shops) = (Halls::run(), Shops::run(args));
    let document = json!({
        "counting": counting.json(),
        "deadlock": deadlock.json(),
        "halls": halls.json(),
        "failures": failures::json(),
        "schedules": schedules::json(),
        "shops": shops.json(),
    });
    writeln!(page.out, "{document:#}")?;
    Ok(complaint(&counting, &deadlock, &halls, &shops))
}

fn as_text(args: &Args, page: &mut Page<'_>) -> io::Result<Option<&'static str>> {
    let counting = Counting::run(args)?;
    counting.tell(page)?;
    let deadlock = Deadlock::run();
    deadlock.tell(page)?;
    let halls = Halls::run();
    halls.tell(page)?;
    failures::tell(page)?;
    schedules::tell(page)?;
    let shops = Shops::run(args);
    shops.tell(page)?;
    page.heading("Where to go next")?;
    for (command, purpose) in NEXT {
        page.command(command, purpose)?;
    }
    page.text(
        "The code is in lessons/05-thread-safe-structures/src: begin with get_then_insert.rs and by_entry.rs, \
         then sharded_map.rs and treiber_stack.rs.",
    )?;
    Ok(complaint(&counting, &deadlock, &halls, &shops))
}

/// Says what should not have happened, if anything did.
fn complaint(
    counting: &Counting,
    deadlock: &Deadlock,
    halls: &Halls,
    shops: &Shops,
) -> Option<&'static str> {
    if !counting.is_exact() {
        Some("a count by one call lost a word on this machine")
    } else if !deadlock.is_as_told() {
        Some("`DashMap` let a thread insert into a shard to which it holds a reference")
    } else if !halls.is_exact() {
        Some("a snapshot missed a visitor")
    } else if !shops.is_exact() {
        Some("a shop that is sound sold a seat twice, or not at all")
    } else {
        None
    }
}
