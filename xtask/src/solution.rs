//! `cargo xtask solution`: shows the answer, and asks first while the exercise is unsolved.

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal, Write};

use anyhow::{Context, Result};

use crate::arguments::{Arguments, Usage};
use crate::exercises::Exercises;
use crate::progress::Progress;
use crate::state::State;
use crate::tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "solution",
    about: "shows the answer to an exercise; asks first while it is unsolved",
    help: "\
Usage: cargo xtask solution NAME [--yes]

Shows the answer to an exercise.
While yours is not solved it asks first; without a terminal to ask on, it demands --yes.

  NAME   an exercise
  --yes  do not ask

Exit code: 0 it was shown, 1 it was not, 2 the command line is wrong.
",
    run,
};

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &["yes"])?;
    let course = Exercises::read(&tree::root()?)?;
    let exercise = course.find(arguments.name()?)?;
    let progress = Progress::read(&course.root);
    let solved = State::of(exercise, &progress.entry(&exercise.name)) == State::Solved;
    if !solved && !arguments.yes && !ask(&exercise.name)? {
        return Ok(Verdict::FallsShort);
    }
    let path = exercise.solution();
    let text = fs::read_to_string(&path);
    let text = text.with_context(|| format!("cannot read {}", path.display()))?;
    let mut out = io::stdout().lock();
    writeln!(out, "// {}\n\n{}", course.relative(&path), text.trim_end())?;
    Ok(Verdict::Holds)
}

fn ask(name: &str) -> Result<bool> {
    if !io::stdin().is_terminal() {
        let message = "is not solved yet; to see its solution all the same: --yes";
        return Err(Usage::error(format!("`{name}` {message}")));
    }
    eprint!("`{name}` is not solved yet. See the solution all the same? [y/n] ");
    let mut reply = String::new();
    io::stdin().read_line(&mut reply)?;
    Ok(matches!(reply.trim().to_lowercase().as_str(), "y" | "yes"))
}
