//! Judges a learner's answer: built alone, run under a limit, and the verdict kept with the text that it is about.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::answer::{self, Verdict};
use crate::answers;
use crate::cargo::{self, DoesNotCompile, Program};
use crate::exercise::Exercise;
use crate::exercises::Exercises;
use crate::hash::hash;
use crate::progress::{Entry, Progress};
use crate::state::State;
use crate::style;
use crate::unseen;
use crate::working_copy;

/// How often an answer is built anew because it was saved during the build.
const BUILDS: usize = 3;

/// An answer that was judged.
pub struct Judged {
    pub verdict: Verdict,
    pub state: State,
    pub hints: u64,
    /// The compiler's warnings.
    pub warnings: String,
    /// Whether the file as it is now is still what was judged.
    pub current: bool,
}

/// How answers are judged.
pub struct Judge<'a> {
    pub course: &'a Exercises,
    pub limit: Duration,
    pub colour: bool,
    pub style: String,
}

impl<'a> Judge<'a> {
    /// One whose verdicts are for a person, or for a program that reads JSON.
    pub fn new(course: &'a Exercises, limit: Duration, colour: bool, json: bool) -> Self {
        let style = match json {
            true => style::PLAIN.to_owned(),
            false => style::of_output(colour),
        };
        Self {
            course,
            limit,
            colour,
            style,
        }
    }

    /// Judges the learner's answer to `exercise`, which is the starter if there is none.
    pub fn judge(&self, exercise: &Exercise, progress: &mut Progress) -> Result<Judged> {
        if let Some(verdict) = self.spoilt_check(exercise) {
            return Ok(judged(exercise, progress, verdict));
        }
        let root = &self.course.root;
        if let Err(error) = working_copy::provide(root, exercise, progress) {
            let verdict = Verdict::None(format!("{error:#}"), String::new());
            return Ok(judged(exercise, progress, verdict));
        }
        let entry = progress.entry(&exercise.name);
        let content = content(exercise)?;
        match self.build(exercise, &entry) {
            Ok((program, content)) => self.run(exercise, progress, &program, &content),
            Err(error) => {
                let DoesNotCompile(words) = error.downcast()?;
                keep(root, exercise, progress, false, &content, None);
                let verdict = Verdict::None("it does not compile".into(), words);
                Ok(judged(exercise, progress, verdict))
            }
        }
    }

    /// A check that was changed must not give verdicts.
    fn spoilt_check(&self, exercise: &Exercise) -> Option<Verdict> {
        let path = answers::spoilt(exercise)?;
        let path = self.course.relative(&path);
        let what = format!("the check itself was changed: {path}");
        let mend = format!(
            "put it back: git checkout -- \"{path}\"\nor, as its author: cargo xtask bless {}",
            exercise.lesson
        );
        Some(Verdict::None(what, mend))
    }

    /// Builds the answer as it stands; returns the program, and the hash of the text that it was built from.
    fn build(&self, exercise: &Exercise, entry: &Entry) -> Result<(Program, String)> {
        let mut at_first = content(exercise)?;
        let mut program = self.compile(exercise)?;
        for _ in 1..BUILDS {
            let now = content(exercise)?;
            let trusted = !program.fresh || entry.built == built(&program, &now);
            if now == at_first && trusted {
                break;
            }
            if now == at_first {
                // Cargo goes by times, and a file that was moved back has an old one.
                touch(&exercise.working());
            }
            at_first = content(exercise)?;
            program = self.compile(exercise)?;
        }
        Ok((program, at_first))
    }

    fn compile(&self, exercise: &Exercise) -> Result<Program> {
        let selection = ["--example", &exercise.name];
        let root = &self.course.root;
        cargo::build_program(root, &exercise.manifest(), &selection, self.colour)
    }

    fn run(
        &self,
        exercise: &Exercise,
        progress: &mut Progress,
        program: &Program,
        content: &str,
    ) -> Result<Judged> {
        let executable = program.executable.as_ref();
        let executable = executable.context("cargo names no executable for the answer")?;
        let (verdict, _) = answer::run(executable, &[], &exercise.name, &self.style, self.limit)?;
        let solved = matches!(verdict, Verdict::Solved(_));
        let built = built(program, content);
        let root = &self.course.root;
        keep(root, exercise, progress, solved, content, Some(&built));
        let mut judged = judged(exercise, progress, verdict);
        judged.warnings.clone_from(&program.said);
        judged.current = self::content(exercise).is_ok_and(|now| now == content);
        judged.explain(exercise);
        Ok(judged)
    }
}

impl Judged {
    /// An answer without its check is silent; that it has none is then the reason.
    /// One that is late may wait where the model cannot see it; if it names what it could wait by, that is likely.
    fn explain(&mut self, exercise: &Exercise) {
        let text = fs::read_to_string(exercise.working()).unwrap_or_default();
        let Verdict::None(_, detail) = &mut self.verdict else {
            return;
        };
        let unseen = unseen::lines(&text);
        if !unseen.is_empty() {
            *detail = detail.replacen(answer::STUCK, &waits_unseen(&unseen), 1);
        }
        if !exercise.has_tail(&text) {
            *detail +=
                "\nThe lines at its end, which run the check, are not as they were. They are:\n\n";
            *detail += &exercise.tail();
        }
    }
}

/// Says which lines name what the model cannot see.
fn waits_unseen(lines: &[(usize, &str)]) -> String {
    let told = lines
        .iter()
        .map(|(number, line)| format!("  {number}: {line}\n"));
    format!(
        "It names what the model cannot see, and whoever waits by that waits for ever:\n\n{}\n\
         Take it from `world` instead of `std`: `use shared::model as world;`.",
        told.collect::<String>()
    )
}

fn judged(exercise: &Exercise, progress: &Progress, verdict: Verdict) -> Judged {
    let entry = progress.entry(&exercise.name);
    Judged {
        verdict,
        state: State::of(exercise, &entry),
        hints: entry.hints,
        warnings: String::new(),
        current: true,
    }
}

fn keep(
    root: &Path,
    exercise: &Exercise,
    progress: &mut Progress,
    solved: bool,
    content: &str,
    built: Option<&str>,
) {
    progress.change(root, &exercise.name, |entry| {
        entry.solved = solved;
        content.clone_into(&mut entry.content);
        if let Some(built) = built {
            built.clone_into(&mut entry.built);
        }
    });
}

/// The hash of the learner's file.
fn content(exercise: &Exercise) -> Result<String> {
    let text = working_copy::read(exercise)?;
    Ok(hash(&text.context("the file was removed meanwhile")?))
}

/// Which text a program was built from, and which build of it that was.
fn built(program: &Program, content: &str) -> String {
    let time = |path| fs::metadata(path)?.modified();
    let time = program.executable.as_ref().map(time);
    let time = time.and_then(|time| {
        let time = time.ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some(time.as_nanos())
    });
    format!("{content} {}", time.unwrap_or_default())
}

/// Where this fails, the program that Cargo believes to be fresh has to do.
fn touch(path: &Path) {
    let file = File::options().append(true).open(path);
    let _ = file.and_then(|file| file.set_modified(SystemTime::now()));
}
