//! The exercises of the repository, as the folders hold them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::copy;
use crate::course::{Course, Outcome};

/// An exercise of the copy.
pub struct Exercise<'a> {
    pub name: String,
    /// From the root: `lessons/01-race/exercises`.
    dir: String,
    copy: &'a Course,
}

impl<'a> Exercise<'a> {
    /// All that there are, in no order.
    pub fn all(copy: &'a Course) -> Vec<Self> {
        let mut all = Vec::new();
        for lesson in names(&copy.path("lessons")) {
            let dir = format!("lessons/{lesson}/exercises");
            for starter in names(&copy.path(&dir).join("starters")) {
                let name = starter.strip_suffix(".rs").expect("a starter is Rust");
                all.push(Self {
                    name: name.to_owned(),
                    dir: dir.clone(),
                    copy,
                });
            }
        }
        all
    }

    /// A file that came with the exercise.
    #[track_caller]
    pub fn read(&self, file: &str) -> String {
        let text = self.copy.read(&format!("{}/{file}", self.dir));
        text.unwrap_or_else(|| panic!("{}/{file} is missing", self.dir))
    }

    /// Its wrong answers, as paths from its folder.
    pub fn wrong(&self) -> Vec<String> {
        let of_this = format!("{}.", self.name);
        let mut wrong = names(&self.copy.path(&self.dir).join("wrong"));
        wrong.retain(|file| file.starts_with(&of_this));
        wrong.iter().map(|file| format!("wrong/{file}")).collect()
    }

    /// The learner saves `answer`.
    pub fn save(&self, answer: &str) {
        self.copy
            .write(&format!("{}/{}", self.dir, self.working()), answer);
    }

    /// The learner has the answer checked; which is as it was then.
    #[track_caller]
    pub fn check(&self, options: &[&str]) -> Outcome {
        let answer = self.read(&self.working());
        let words = [&["check", &self.name], options].concat();
        let outcome = copy::xtask(self.copy, &words);
        assert_eq!(self.read(&self.working()), answer);
        outcome
    }

    fn working(&self) -> String {
        format!("examples/{}.rs", self.name)
    }
}

/// What a command has told in JSON, and nothing beside it.
#[track_caller]
pub fn parse(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.stdout)
        .unwrap_or_else(|error| panic!("{error}:\n{}{}", outcome.stdout, outcome.stderr))
}

/// What lies in a folder; nothing if there is none.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let name = |name: std::ffi::OsString| name.into_string().expect("a name is UTF-8");
    entries.map(|entry| name(entry.file_name())).collect()
}
