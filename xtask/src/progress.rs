//! What the learner has done so far, by the names of exercises; two commands at once lose nothing of it.

mod file;

use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

/// What is kept of one exercise.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The verdict on `content`.
    pub solved: bool,
    /// How many hints were taken.
    pub hints: u64,
    /// The starter that the working copy was made from; its hash.
    pub starter: String,
    /// What was judged last; its hash.
    pub content: String,
    /// What Cargo built last for a check, and when; see `judge.rs`.
    pub built: String,
}

impl Entry {
    /// What `value` says; what it does not say in the right form it does not say.
    fn parse(value: &Value) -> Self {
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Self {
            solved: value["solved"] == true,
            hints: value["hints"].as_u64().unwrap_or_default(),
            starter: text("starter"),
            content: text("content"),
            built: text("built"),
        }
    }

    fn json(&self) -> Value {
        json!({
            "solved": self.solved,
            "hints": self.hints,
            "starter": self.starter,
            "content": self.content,
            "built": self.built,
        })
    }
}

/// The learner's progress as it was read.
///
/// Names of exercises that this tree does not have stay, so that pulling back and forth loses nothing.
#[derive(Default)]
pub struct Progress {
    exercises: Map<String, Value>,
}

impl Progress {
    /// Reads what is kept under `root`; nothing where nothing can be read. A file that is damaged is set aside.
    pub fn read(root: &Path) -> Self {
        match file::read(root) {
            Ok(exercises) => Self { exercises },
            Err(error) => {
                eprintln!("note: your progress could not be read: {error:#}");
                Self::default()
            }
        }
    }

    pub fn entry(&self, name: &str) -> Entry {
        self.exercises
            .get(name)
            .map(Entry::parse)
            .unwrap_or_default()
    }

    /// Changes the entry of `name` here, and in the file as it is at that moment.
    ///
    /// Where the file cannot be written, that is said in one line, and nothing else fails.
    pub fn change(&mut self, root: &Path, name: &str, change: impl Fn(&mut Entry)) {
        let mut entry = self.entry(name);
        change(&mut entry);
        if entry == self.entry(name) {
            // Nothing to write, but what another command has changed since is not ours to know either.
            return;
        }
        self.exercises.insert(name.to_owned(), entry.json());
        match keep(root, name, change) {
            Ok(progress) => *self = progress,
            Err(error) => eprintln!("note: your progress could not be kept: {error:#}"),
        }
    }
}

/// Reads, changes and writes under the lock.
fn keep(root: &Path, name: &str, change: impl Fn(&mut Entry)) -> Result<Progress> {
    let held = file::Held::take(root)?;
    let mut progress = Progress {
        exercises: held.read()?,
    };
    let mut entry = progress.entry(name);
    change(&mut entry);
    progress.exercises.insert(name.to_owned(), entry.json());
    held.write(&progress.exercises)?;
    Ok(progress)
}
