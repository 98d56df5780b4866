//! The tests of a lesson that are red on purpose, each run in a process of its own.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::cargo;
use crate::ending::Ending;
use crate::package::Package;
use crate::process;
use crate::report::Report;
use crate::tree::Tree;

/// Listing the tests runs none of them.
const LISTING: Duration = Duration::from_secs(10);

/// One lesson's `tests/failing.rs`, built.
pub struct Failing<'a> {
    pub lesson: &'a Package,
    executable: PathBuf,
}

impl<'a> Failing<'a> {
    /// Builds the failing tests of `lesson`; `None` if it has none.
    pub fn build(tree: &Tree, lesson: &'a Package, report: &Report) -> Result<Option<Self>> {
        let Some(target) = lesson.failing() else {
            return Ok(None);
        };
        let build =
            cargo::build_tests(&tree.root, &lesson.name, &["--test", &target.name], report)?;
        let executable = build
            .executable
            .context("cargo names no executable for tests/failing.rs")?;
        Ok(Some(Self { lesson, executable }))
    }

    /// The names of the tests.
    pub fn names(&self) -> Result<Vec<String>> {
        let listing = process::run(
            self.command()?.args(["--list", "--format", "terse"]),
            LISTING,
        )?;
        if !listing.exited(0) {
            bail!(
                "{} does not list its tests:\n{}",
                self.executable.display(),
                listing.stderr
            );
        }
        let names = listing
            .stdout
            .lines()
            .filter_map(|line| line.strip_suffix(": test"));
        Ok(names.map(str::to_owned).collect())
    }

    /// Runs the test called `name`; returns how it ended, and how long that took.
    pub fn run(&self, name: &str, limit: Duration) -> Result<(Ending, Duration)> {
        let ended = process::run(
            self.command()?.args(["--exact", name, "--nocapture"]),
            limit,
        )?;
        Ok((Ending::of(&ended, name, limit), ended.time))
    }

    /// As Cargo does it: in the package's folder, which is also told in a variable.
    fn command(&self) -> Result<Command> {
        let mut command = process::command(&self.executable)?;
        command
            .current_dir(&self.lesson.dir)
            .env("CARGO_MANIFEST_DIR", &self.lesson.dir);
        Ok(command)
    }
}
