//! All answers that a lesson knows to its exercises, in one program: starters, solutions, and wrong ones.

mod source;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::answer::{self, Verdict};
use crate::cargo;
use crate::exercise::Exercise;
use crate::report::Report;
use crate::style;
use crate::tree;
pub use source::{source, spoilt};

/// How many answers run at a time.
const WORKERS: usize = 2;

/// What an answer is meant to be.
#[derive(Clone, PartialEq, Eq)]
pub enum Kind {
    Starter,
    Solution,
    /// Wrong for the reason that this word names.
    Wrong(String),
}

/// One answer of the lesson's own.
pub struct Answer {
    pub exercise: String,
    pub kind: Kind,
    /// From the folder of the exercises, with `/` on every system.
    pub path: String,
}

impl Answer {
    /// As the program knows it: `NAME/wrong/REASON`.
    pub fn name(&self) -> String {
        let exercise = &self.exercise;
        match &self.kind {
            Kind::Starter => format!("{exercise}/starter"),
            Kind::Solution => format!("{exercise}/solution"),
            Kind::Wrong(reason) => format!("{exercise}/wrong/{reason}"),
        }
    }

    fn module(&self) -> String {
        self.name().replace('/', "_")
    }
}

/// The answers to `exercises`, one lesson's, as the folders hold them.
pub fn list(exercises: &[&Exercise]) -> Result<Vec<Answer>> {
    let mut answers = Vec::new();
    for exercise in exercises {
        let name = &exercise.name;
        let mut add = |kind, path| {
            let exercise = name.clone();
            answers.push(Answer {
                exercise,
                kind,
                path,
            });
        };
        add(Kind::Starter, format!("starters/{name}.rs"));
        add(Kind::Solution, format!("solutions/{name}.rs"));
        for path in tree::files(&exercise.dir.join("wrong"))? {
            if let Some((_, reason)) = wrong(&path).filter(|(exercise, _)| exercise == name) {
                let path = format!("wrong/{name}.{reason}.rs");
                add(Kind::Wrong(reason), path);
            }
        }
    }
    Ok(answers)
}

/// Reads the name of a wrong answer: `NAME.REASON.rs`, where the reason is fit for a Rust name.
pub fn wrong(path: &Path) -> Option<(String, String)> {
    let file = path.file_name()?.to_str()?.strip_suffix(".rs")?;
    let (exercise, reason) = file.split_once('.')?;
    is_name(reason).then(|| (exercise.to_owned(), reason.to_owned()))
}

/// Whether `word` can stand in a Rust name, in a file's, and in what a learner types.
pub fn is_name(word: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    word.starts_with(|first: char| first.is_ascii_lowercase()) && word.bytes().all(fit)
}

/// Builds the program that holds the answers of the lesson with these exercises.
pub fn build(root: &Path, dir: &Path, package: &str, report: &Report) -> Result<PathBuf> {
    let program = format!("{package}-answers");
    report.step(&format!("building {program}"));
    let manifest = dir.join("Cargo.toml");
    let build = cargo::build_program(root, &manifest, &["--bin", &program], report.colour)?;
    build
        .executable
        .with_context(|| format!("cargo names no executable for {program}"))
}

/// Runs `answers`, two at a time; returns their verdicts in order.
pub fn run(
    program: &Path,
    answers: &[&Answer],
    limit: Duration,
    report: &Report,
) -> Result<Vec<(Verdict, Duration)>> {
    let (next, verdicts) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        // Relaxed: the number is all that the workers share; what they find travels under the lock.
        loop {
            let at = next.fetch_add(1, Relaxed);
            let Some(answer) = answers.get(at) else {
                break;
            };
            let name = answer.name();
            report.step(&name);
            let verdict = answer::run(program, &[&name], &answer.exercise, style::PLAIN, limit);
            let mut verdicts = verdicts.lock().expect("a worker does not panic");
            verdicts.push((at, verdict));
        }
    };
    thread::scope(|scope| {
        (0..WORKERS).for_each(|_| {
            scope.spawn(work);
        });
    });
    let mut verdicts = verdicts.into_inner().expect("a worker does not panic");
    verdicts.sort_by_key(|(at, _)| *at);
    verdicts.into_iter().map(|(_, verdict)| verdict).collect()
}
