//! `book build`, `book serve` and `book check`; `cargo xtask book` starts them from anywhere.

mod arguments;

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use book::build::build;
use book::finding::Finding;
use book::sources::Sources;
use book::{check, serve};

use crate::arguments::{Command, HELP};

fn main() -> ExitCode {
    let command = match Command::parse(env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => return fail(&format!("{error}\n\n{}", HELP.trim_end()), 2),
    };
    match run(&command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => fail(&format!("{error:#}"), 1),
    }
}

/// Does what was asked; whether all is well.
fn run(command: &Command) -> Result<bool> {
    let book = folder()?;
    match command {
        Command::Help => io::stdout().write_all(HELP.as_bytes())?,
        Command::Build => build_only(&book)?,
        Command::Serve { port } => serve::serve(&book, *port)?,
        Command::Check => return check_all(&book),
    }
    Ok(true)
}

fn build_only(book: &Path) -> Result<()> {
    let began = Instant::now();
    let destination = book.join("build");
    build(book, &destination)?;
    let (place, time) = (destination.display(), began.elapsed().as_millis());
    say(&format!("built {place}/index.html in {time} ms"))
}

/// Tells what is wrong; what was written is checked even where mdBook cannot build it.
fn check_all(book: &Path) -> Result<bool> {
    let began = Instant::now();
    let sources = Sources::read(book)?;
    let mut findings = check::sources(&sources);
    match build(book, &book.join("build")) {
        Ok(site) => findings.extend(check::site(&sources, &site)),
        Err(error) => {
            let cure = "only what was written is checked until mdBook can build it";
            findings.push(Finding::new(
                Path::new("book"),
                0,
                format!("{error:#}"),
                cure,
            ));
        }
    }
    for finding in &findings {
        say(&finding.to_string())?;
    }
    let (pages, figures) = (sources.pages.len(), sources.figures.len());
    let (count, time) = (findings.len(), began.elapsed().as_millis());
    let verdict = if findings.is_empty() { "ok" } else { "FAILED" };
    let [count, pages, figures] = [(count, "finding"), (pages, "page"), (figures, "figure")]
        .map(|(number, what)| counted(number, what));
    say(&format!(
        "{verdict}: {count} in {pages} and {figures}, in {time} ms"
    ))?;
    Ok(findings.is_empty())
}

/// The book's folder: `cargo run` says where this package lies now; the tree may have been moved since it was built.
fn folder() -> Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR");
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let folder = Path::new(&package).parent();
    Ok(folder
        .context("the builder lies in the book's folder")?
        .to_path_buf())
}

fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

fn say(line: &str) -> Result<()> {
    Ok(writeln!(io::stdout(), "{line}")?)
}

fn fail(message: &str, code: u8) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(code)
}
