//! `cargo xtask bench`: measures what a lesson's fixes cost, and writes the tables and plots that the book shows.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::arguments::{Arguments, Usage};
use crate::cargo;
use crate::exec;
use crate::package::Package;
use crate::tree::{self, Tree};
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "bench",
    about: "measures what a lesson's fixes cost, for the book's tables and plots",
    help: "\
Usage: cargo xtask bench [NAME [--fat-lto]]

Without a name it tells which lessons have a bench. With one it runs that bench, optimised, and writes
its tables and plots to book/measured, each with the machine, the day and the command. The first time,
the crates that the course compares itself with are compiled, too. Let the machine be idle: other work
disturbs.

  NAME       a lesson (race or 01-race)
  --fat-lto  optimises all crates as one program, and writes the tables alone, to files that end in -fat-lto

`cargo bench -p bench --bench NAME` runs the same, and writes nothing.

Exit code: 0 all is well, 1 something falls short, 2 the command line is wrong.
",
    run,
};

/// The package that holds the benches, so that no learner compiles them.
const PACKAGE: &str = "bench";

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let Arguments { names, fat_lto, .. } = Arguments::parse(words, &["fat-lto"])?;
    let root = tree::root()?;
    let tree = Tree::read()?;
    let lessons = measured(&tree, &benches(&root)?)?;
    match &names[..] {
        [] if fat_lto => Err(Usage::error("--fat-lto needs the name of a bench")),
        [] => list(&lessons),
        [name] => measure(&root, find(&lessons, name)?, fat_lto),
        _ => Err(Usage::error("more than one bench is named")),
    }
}

/// The names of all benches, in a course that has any.
fn benches(root: &Path) -> Result<Vec<String>> {
    let metadata = cargo::metadata(root)?;
    let mut names = Vec::new();
    for package in cargo::list(&metadata["packages"])? {
        let package = Package::parse(package, &root.join("lessons"))?;
        if package.name == PACKAGE {
            names.extend(package.benches().map(str::to_owned));
        }
    }
    Ok(names)
}

/// The lessons that a bench is named for; what another measures is no lesson's.
fn measured<'a>(tree: &'a Tree, benches: &[String]) -> Result<Vec<&'a Package>> {
    let mut lessons = tree.lessons(&[])?;
    lessons.retain(|lesson| benches.contains(&lesson.name));
    Ok(lessons)
}

fn find<'a>(lessons: &[&'a Package], name: &str) -> Result<&'a Package> {
    let lesson = lessons.iter().find(|lesson| lesson.answers_to(name));
    let known: Vec<_> = lessons.iter().map(|lesson| lesson.name.as_str()).collect();
    lesson
        .copied()
        .ok_or_else(|| Usage::unknown("bench", name, &known))
}

fn list(lessons: &[&Package]) -> Result<Verdict> {
    let line = |lesson: &&Package| {
        let (name, title) = (&lesson.name, lesson.title());
        format!("cargo xtask bench {name:8}what the fixes of {title} cost\n")
    };
    let mut text: String = lessons.iter().map(line).collect();
    if lessons.is_empty() {
        text = "no lesson has a bench\n".to_owned();
    }
    io::stdout().write_all(text.as_bytes())?;
    Ok(Verdict::Holds)
}

fn measure(root: &Path, lesson: &Package, fat_lto: bool) -> Result<Verdict> {
    let mut command = Command::new(cargo::program());
    command.args(["bench", "--package", PACKAGE, "--bench", &lesson.name]);
    if fat_lto {
        command.args(["--profile", "fat-lto"]);
    }
    command.args(["--", "--write"]).current_dir(root);
    exec::become_it(&mut command)
}
