//! `cargo xtask book`: starts the book's builder, a package of its own, so that no learner compiles mdBook.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::arguments::Usage;
use crate::cargo;
use crate::exec;
use crate::tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "book",
    about: "builds the book, serves it while it is written, checks it",
    help: "\
Usage: cargo xtask book [build | serve [--port N] | check]

  build     writes the pages into book/build (this is what happens without a word)
  serve     builds, serves the pages on this machine, and builds anew whenever a source is saved
  check     builds, and finds what mdBook lets pass: lost anchors, broken links, faint colours, slips …

  --port N  where to serve (default: 3000); 0 takes any free port, and tells it

The first time, the builder itself is compiled, with mdBook's library in it.
Ctrl-C ends the server. `mdbook build book` with an mdBook 0.5 of your own gives the same pages.

Exit code: 0 all is well, 1 something falls short, 2 the command line is wrong.
",
    run,
};

/// What the builder knows; a slip must not cost a build.
const WORDS: [&str; 3] = ["build", "serve", "check"];

fn run(words: Vec<OsString>) -> Result<Verdict> {
    if let Some(word) = words.first().map(|word| word.to_string_lossy())
        && !word.starts_with('-')
        && !WORDS.contains(&&*word)
    {
        return Err(Usage::unknown("command of the book", &word, &WORDS));
    }
    let root = tree::root()?;
    announce_first_build(&root)?;
    let mut command = Command::new(cargo::program());
    command.args(["run", "--quiet", "--package", "book", "--manifest-path"]);
    command.arg(root.join("Cargo.toml")).arg("--").args(words);
    exec::become_it(&mut command)
}

/// Cargo is told to be quiet, so somebody has to say what takes so long.
fn announce_first_build(root: &Path) -> Result<()> {
    let metadata = cargo::metadata(root)?;
    let target = cargo::text(&metadata["target_directory"])?;
    let builder = Path::new(&target).join("debug/book");
    if !builder
        .with_extension(std::env::consts::EXE_EXTENSION)
        .exists()
    {
        eprintln!(
            "compiling the book's builder, about 120 crates: a minute on two cores, this once"
        );
    }
    Ok(())
}
