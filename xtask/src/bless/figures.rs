//! Has a lesson draw the book's figures anew: its own test does, when it is asked to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Bless;
use crate::cargo;
use crate::package::Package;
use crate::process;
use crate::report::Mark;
use crate::tree;

/// How many times as long as one failing test the figures of a lesson may take, their build included.
const FIGURES: u32 = 10;

impl Bless<'_> {
    /// Runs tests/figures.rs with `BLESS=1`, if the lesson has it, and tells what that changed in the book.
    pub(super) fn figures(&mut self, lesson: &Package) -> Result<()> {
        if !lesson.has_test("figures") {
            return Ok(());
        }
        let folder = self.tree.root.join("book/figures").join(&lesson.name);
        self.report.step("drawing the figures");
        let before = texts(&folder)?;
        let mut command = process::command(cargo::program())?;
        command.args([
            "test",
            "--quiet",
            "--package",
            &lesson.name,
            "--test",
            "figures",
        ]);
        command.current_dir(&self.tree.root).env("BLESS", "1");
        let ended = process::run(&mut command, self.limit * FIGURES)?;
        if !ended.exited(0) {
            let said = format!("{}{}", ended.stdout, ended.stderr);
            return self.refuse("the figures are not drawn", Some(ended.time), &said);
        }
        self.told(&before, &texts(&folder)?)
    }

    fn told(&mut self, before: &Texts, after: &Texts) -> Result<()> {
        for path in before
            .keys()
            .chain(after.keys().filter(|path| !before.contains_key(*path)))
        {
            let word = match (before.get(path), after.get(path)) {
                (None, _) => "recorded",
                (_, None) => "removed",
                (old, new) if old != new => "changed",
                _ => continue,
            };
            self.changed += 1;
            let name = self.tree.relative(path).to_string();
            self.report.outcome(Mark::Done(word), &name, None, "")?;
        }
        if before == after {
            self.report
                .outcome(Mark::Ok, "the book's figures are as drawn", None, "")?;
        }
        Ok(())
    }
}

/// The files of a folder, each with what it holds.
type Texts = BTreeMap<PathBuf, Vec<u8>>;

fn texts(folder: &Path) -> Result<Texts> {
    let read = |path: PathBuf| {
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((path, text))
    };
    tree::files(folder)?.into_iter().map(read).collect()
}
