//! Tells a verdict: to a person in lines that end with what to do next, to a program in JSON.

use std::io;

use serde_json::{Value, json};

use crate::answer::{Told, Verdict};
use crate::exercise::{Exercise, HINTS};
use crate::exercises::Exercises;
use crate::judge::Judged;
use crate::progress::Progress;
use crate::report::Report;
use crate::state::State;
use crate::style;

/// Prints what was found, and where to go from here.
pub fn print(
    report: &Report,
    course: &Exercises,
    exercise: &Exercise,
    judged: &Judged,
    progress: &Progress,
) -> io::Result<()> {
    if !judged.warnings.is_empty() {
        eprintln!("{}\n", judged.warnings);
    }
    let name = &exercise.name;
    match &judged.verdict {
        Verdict::Solved(told) => {
            report.print(&format!(
                "{} {name}: {}",
                report.paint("solved", 32),
                told.text
            ))?;
            report.print(&style::fitted(&format!("law    {}\n", told.law)))?;
            report.print(&style::fitted(&next_step(course, progress, Some(exercise))))?;
        }
        Verdict::Refused(told) => {
            let law = style::fitted(&format!("refused {name}: {}\n", told.law));
            let rest = law.strip_prefix("refused").unwrap_or(&law);
            report.print(&format!("{}{rest}", report.paint("refused", 31)))?;
            report.print(&format!("{}\n", told.text))?;
            report.print(&format!("edit   {}", course.relative(&exercise.working())))?;
            let read = format!("read   book/src/{}, {:?}", told.page, told.section);
            report.print(&style::fitted(&read))?;
            report.print(&hint(name, judged.hints))?;
        }
        Verdict::None(why, detail) => {
            report.print(&format!("{} {name}: {why}", report.paint("no verdict", 31)))?;
            if !detail.is_empty() {
                report.print(&format!("\n{}\n", detail.trim_end()))?;
            }
            report.print(&format!("edit   {}", course.relative(&exercise.working())))?;
            report.print(&hint(name, judged.hints))?;
        }
    }
    if !judged.current {
        report
            .print("\nnote: the file was saved again meanwhile; this is about the text before")?;
    }
    Ok(())
}

fn hint(name: &str, taken: u64) -> String {
    format!("hint   cargo xtask hint {name} ({taken} of {HINTS} taken)")
}

/// The next step in one line: the first exercise behind `from` that is not solved, or else the first of all.
pub fn next_step(course: &Exercises, progress: &Progress, from: Option<&Exercise>) -> String {
    match next(course, progress, from) {
        Some(exercise) => {
            let (name, path) = (&exercise.name, course.relative(&exercise.working()));
            format!("next   edit {path}, then: cargo xtask check {name}")
        }
        None if course.all.is_empty() => "next   there is no exercise yet".to_owned(),
        None => "next   nothing: every exercise is solved".to_owned(),
    }
}

/// The exercise to do next.
pub fn next<'a>(
    course: &'a Exercises,
    progress: &Progress,
    from: Option<&Exercise>,
) -> Option<&'a Exercise> {
    let from = from.and_then(|from| course.all.iter().position(|one| one.name == from.name));
    let (before, behind) = course.all.split_at(from.map_or(0, |at| at + 1));
    let open = |one: &&Exercise| State::of(one, &progress.entry(&one.name)) != State::Solved;
    behind.iter().chain(before).find(open)
}

/// An exercise in `check --json`.
pub fn json(course: &Exercises, exercise: &Exercise, judged: &Judged) -> Value {
    let (verdict, told) = match &judged.verdict {
        Verdict::Solved(told) => ("solved", told.clone()),
        Verdict::Refused(told) => ("refused", told.clone()),
        Verdict::None(why, detail) => {
            let text = format!("{why}\n{detail}");
            let without = Told::default();
            ("none", Told { text, ..without })
        }
    };
    json!({
        "name": exercise.name,
        "lesson": exercise.lesson,
        "file": course.relative(&exercise.working()),
        "state": judged.state.word(),
        "hints": judged.hints,
        "verdict": verdict,
        "law": told.law,
        "page": told.page,
        "section": told.section,
        "text": told.text.trim_end(),
        "warnings": judged.warnings,
    })
}

/// An exercise in `check --json` that there was no reason to judge.
pub fn json_unjudged(course: &Exercises, exercise: &Exercise, state: State, hints: u64) -> Value {
    json!({
        "name": exercise.name,
        "lesson": exercise.lesson,
        "file": course.relative(&exercise.working()),
        "state": state.word(),
        "hints": hints,
    })
}
