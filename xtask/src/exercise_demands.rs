//! What a lesson's exercises must have: each missing, surplus or stale piece, with its path and how to mend it.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::answers::{self, Answer, Kind};
use crate::exercise::{Exercise, HINTS};
use crate::exercises::Exercises;
use crate::hint;
use crate::package::Package;
use crate::sent_to;
use crate::tree;

/// How many plausible wrong answers an exercise has at least.
const WRONG: usize = 2;
/// The lines between which a learner edits.
const MARKS: [&str; 2] = ["// EDIT", "// END OF EDIT"];

/// What is wrong with the exercises of `lesson`, each in one line; `packages` are names that are taken.
pub fn unmet(course: &Exercises, lesson: &Package, packages: &[&str]) -> Result<Vec<String>> {
    let exercises: Vec<_> = course.of(lesson.title()).collect();
    let answers = answers::list(&exercises)?;
    let mut flaws = Flaws {
        course,
        found: Vec::new(),
    };
    for exercise in &exercises {
        flaws.name(exercise, packages);
        flaws.head(exercise, &exercises);
        flaws.pieces(exercise, lesson);
        flaws.wrong_answers(exercise, &answers);
        flaws.answers(exercise, &answers);
    }
    let dir = lesson.dir.join("exercises");
    flaws.surplus(&dir, &exercises)?;
    if !exercises.is_empty() {
        flaws.program(&dir, lesson, &exercises, &answers);
    }
    Ok(flaws.found)
}

struct Flaws<'a> {
    course: &'a Exercises,
    found: Vec<String>,
}

impl Flaws<'_> {
    fn add(&mut self, path: &Path, what: &str) {
        self.found
            .push(format!("{} {what}", self.course.relative(path)));
    }

    fn name(&mut self, exercise: &Exercise, packages: &[&str]) {
        let (name, path) = (&exercise.name, exercise.starter());
        if !answers::is_name(name) {
            self.add(&path, "must be named with a-z, 0-9 and _: rename it");
        }
        if packages.contains(&&**name) {
            self.add(&path, "is named as a package is: rename it");
        }
        let same = |one: &&Exercise| one.name == *name && one.lesson != exercise.lesson;
        if let Some(other) = self.course.all.iter().find(same) {
            let other = &other.lesson;
            let what = format!("has the name of an exercise in {other}: rename one of them");
            self.add(&path, &what);
        }
    }

    fn head(&mut self, exercise: &Exercise, exercises: &[&Exercise]) {
        let path = exercise.starter();
        let Some((number, _)) = exercise.head else {
            return self.add(&path, "must begin with the line `//! Exercise N: TITLE`");
        };
        let same = |one: &&&Exercise| one.head.as_ref().is_some_and(|head| head.0 == number);
        let first = exercises.iter().find(same);
        if let Some(first) = first.filter(|first| first.name != exercise.name) {
            let what = format!(
                "is exercise {number}, and so is {}: renumber it",
                first.name
            );
            self.add(&path, &what);
        }
    }

    fn pieces(&mut self, exercise: &Exercise, lesson: &Package) {
        let bless = format!("cargo xtask bless {}", lesson.name);
        let pieces = [
            (exercise.solution(), "write the answer, with its why"),
            (
                exercise.check(),
                "write the check that every answer ends with",
            ),
            (
                exercise.hints(),
                "write three hints, divided by lines `---`",
            ),
            (exercise.record(), &*bless),
        ];
        for (path, mend) in &pieces {
            if !path.is_file() {
                self.add(path, &format!("is missing: {mend}"));
            }
        }
        if let Ok(text) = fs::read_to_string(exercise.hints()) {
            let count = hint::split(&text).len() as u64;
            if count != HINTS {
                let what = format!("holds {count} hints, not {HINTS}: divide them by lines `---`");
                self.add(&exercise.hints(), &what);
            }
            for lost in sent_to::nowhere(&self.course.root, &text) {
                self.add(&exercise.hints(), &lost);
            }
        }
    }

    fn wrong_answers(&mut self, exercise: &Exercise, answers: &[Answer]) {
        let is_wrong = |answer: &&Answer| {
            answer.exercise == exercise.name && matches!(answer.kind, Kind::Wrong(_))
        };
        let count = answers.iter().filter(is_wrong).count();
        if count < WRONG {
            let path = exercise
                .dir
                .join(format!("wrong/{}.REASON.rs", exercise.name));
            let what = format!("stands for {count} wrong answers: write {WRONG} or more");
            self.add(&path, &what);
        }
    }

    /// Every answer ends with its check, and a starter shows where to edit.
    fn answers(&mut self, exercise: &Exercise, answers: &[Answer]) {
        let ours = answers.iter().filter(|one| one.exercise == exercise.name);
        for answer in ours {
            let path = exercise.dir.join(&answer.path);
            let Ok(text) = fs::read_to_string(&path) else {
                // A missing one is told as such.
                continue;
            };
            if !exercise.has_tail(&text) {
                let what = format!("must end with these lines:\n{}", exercise.tail());
                self.add(&path, &what);
            }
            let marked = MARKS
                .iter()
                .all(|mark| text.lines().any(|line| line.trim().starts_with(mark)));
            if answer.kind == Kind::Starter && !marked {
                let [from, to] = MARKS;
                let what = format!("must show where to edit: between `{from}` and `{to}`");
                self.add(&path, &what);
            }
        }
    }

    /// Files that belong to no starter.
    fn surplus(&mut self, dir: &Path, exercises: &[&Exercise]) -> Result<()> {
        let names: HashSet<_> = exercises.iter().map(|one| one.name.as_str()).collect();
        let kinds = [
            ("starters", ".rs"),
            ("solutions", ".rs"),
            ("checks", ".rs"),
            ("hints", ".md"),
            ("recorded", ".txt"),
        ];
        for (folder, end) in kinds {
            for path in tree::files(&dir.join(folder))? {
                let file = path.file_name().unwrap_or_default().to_string_lossy();
                let stem = file.strip_suffix(end);
                if !stem.is_some_and(|stem| names.contains(stem)) {
                    self.add(&path, "belongs to no starter: rename it, or remove it");
                }
            }
        }
        for path in tree::files(&dir.join("wrong"))? {
            match answers::wrong(&path) {
                None => self.add(&path, "must be named NAME.REASON.rs: rename it"),
                Some((name, _)) if !names.contains(&*name) => {
                    self.add(&path, "belongs to no starter: rename it, or remove it");
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// The program that holds all answers is what the folders say.
    fn program(
        &mut self,
        dir: &Path,
        lesson: &Package,
        exercises: &[&Exercise],
        answers: &[Answer],
    ) {
        let name = &lesson.name;
        if !dir.join("Cargo.toml").is_file() {
            let what = format!("is missing: a package `{name}-exercises`, as in the other lessons");
            self.add(&dir.join("Cargo.toml"), &what);
        }
        let path = dir.join("answers.rs");
        // Without a check there is no text that it could be compared with, and that is told already.
        if let Ok(source) = answers::source(exercises, answers) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            if text.replace("\r\n", "\n") != source {
                self.add(&path, &format!("is stale: cargo xtask bless {name}"));
            }
        }
    }
}
