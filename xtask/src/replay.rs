//! `cargo xtask replay`: follows a schedule that a figure of the book gave, in the lesson's own program.

use std::ffi::OsString;
use std::process::{self, Command};

use anyhow::{Context, Result};

use crate::arguments::Usage;
use crate::cargo;
use crate::tree::Tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "replay",
    about: "follows a schedule of one of the book's figures, step by step",
    help: "\
Usage: cargo xtask replay NAME [FIGURE [SCHEDULE]] [--json]

Runs a schedule copied from a figure of the book: each step, the values after it, and where it leads.
The states are those that the figure shows.

  NAME      a lesson (race or 01-race)
  FIGURE    one of its figures; without, lists them
  SCHEDULE  a letter a step, as ABABAB; it need not reach the end
  --json    one document for a program

Exit code: 0 it was followed, 2 the command line is wrong, or a letter cannot come where it stands.
",
    run,
};

fn run(mut words: Vec<OsString>) -> Result<Verdict> {
    let is_name = |word: &OsString| !word.as_encoded_bytes().starts_with(b"-");
    let Some(first) = words.iter().position(is_name) else {
        return Err(Usage::error(
            "no lesson is named (`cargo xtask replay --help` tells more)",
        ));
    };
    let name = words.remove(first).to_string_lossy().into_owned();
    let tree = Tree::read()?;
    let lessons = tree.lessons(&[name])?;
    let lesson = &lessons[0].name;
    let mut command = Command::new(cargo::program());
    command.args(["run", "--quiet", "--package", lesson, "--", "replay"]);
    command.args(words).current_dir(&tree.root);
    let status = command.status().context("cannot start cargo")?;
    match status.code() {
        Some(0) => Ok(Verdict::Holds),
        // The lesson's program has said what is wrong: nothing is left to add but its exit code.
        code => process::exit(code.unwrap_or(1)),
    }
}
