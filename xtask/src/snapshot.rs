//! The recorded failures of a lesson: `tests/snapshots/NAME.txt`, one for each failing test.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::package::Package;
use crate::tree;

/// The recorded failure of one failing test.
pub struct Snapshot {
    pub path: PathBuf,
}

impl Snapshot {
    pub fn of(lesson: &Package, test: &str) -> Self {
        // `module::test` would be no file name everywhere.
        let file = format!("{}.txt", test.replace("::", "."));
        Self {
            path: lesson.dir.join("tests/snapshots").join(file),
        }
    }

    /// The recorded message, if there is one; without the final newline, and whatever Git made of the others.
    pub fn read(&self) -> Result<Option<String>> {
        match fs::read_to_string(&self.path) {
            Ok(text) => Ok(Some(trimmed(&text.replace("\r\n", "\n")).to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => {
                Err(error).with_context(|| format!("cannot read {}", self.path.display()))
            }
        }
    }

    /// Records `message`. Whoever reads at the same time sees the old text or the new one, never a part.
    pub fn write(&self, message: &str) -> Result<()> {
        // Two processes that record at once do not share it.
        let unfinished = format!("{}.tmp", std::process::id());
        let unfinished = self.path.with_extension(unfinished);
        let write = || {
            fs::create_dir_all(self.path.parent().unwrap_or(&self.path))?;
            fs::write(&unfinished, format!("{}\n", trimmed(message)))?;
            fs::rename(&unfinished, &self.path)
        };
        write().with_context(|| format!("cannot write {}", self.path.display()))
    }

    /// Whether `message` is the recorded one.
    pub fn says(recorded: &str, message: &str) -> bool {
        recorded == trimmed(message)
    }
}

/// The files among a lesson's snapshots that record none of `tests`.
pub fn surplus(lesson: &Package, tests: &[String]) -> Result<Vec<PathBuf>> {
    let wanted = tests.iter().map(|test| Snapshot::of(lesson, test).path);
    let wanted: Vec<_> = wanted.collect();
    let mut found = tree::files(&lesson.dir.join("tests/snapshots"))?;
    found.retain(|path| !wanted.contains(path));
    Ok(found)
}

fn trimmed(message: &str) -> &str {
    message.trim_end_matches('\n')
}
