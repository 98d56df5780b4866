//! `cargo xtask list`: how far the learner has come, and the next step.

use std::ffi::OsString;
use std::io::{self, Write};

use anyhow::Result;
use serde_json::{Value, json};

use crate::arguments::{Arguments, Usage};
use crate::exercise::{Exercise, HINTS};
use crate::exercises::Exercises;
use crate::progress::Progress;
use crate::report::Report;
use crate::state::State;
use crate::tree;
use crate::verb::{Verb, Verdict};
use crate::verdict_text;
use crate::working_copy;

pub const VERB: Verb = Verb {
    name: "list",
    about: "tells the lessons and exercises, how far you are, and the next step",
    help: "\
Usage: cargo xtask list [--json]

Tells each lesson's exercises in order with their state and how many hints you took:
  to do      your file is as it was given
  attempted  it differs, and its last verdict was red, or was on another text
  solved     its last verdict was green, on this text
Your files lie in lessons/NN-name/exercises/examples; those that are missing are copied from the starters.

  --json  one document for a program

Exit code: 0, or 2 if the command line is wrong.
",
    run,
};

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &["json"])?;
    if let Some(name) = arguments.names.first() {
        return Err(Usage::error(format!("`list` takes no name: `{name}`")));
    }
    let course = Exercises::read(&tree::root()?)?;
    let mut progress = Progress::read(&course.root);
    for exercise in &course.all {
        if let Err(error) = working_copy::provide(&course.root, exercise, &mut progress) {
            // The list itself needs none of them.
            eprintln!("note: {error:#}");
            break;
        }
    }
    match arguments.json {
        true => writeln!(io::stdout(), "{:#}", document(&course, &progress))?,
        false => print(&course, &progress)?,
    }
    Ok(Verdict::Holds)
}

/// How wide the column of names is at least.
const NAME: usize = 15;

/// Prints the lessons, their exercises, and the next step.
pub fn print(course: &Exercises, progress: &Progress) -> io::Result<()> {
    let report = Report::new();
    let names = course.all.iter().map(|exercise| exercise.name.len());
    let width = names.max().unwrap_or(0).max(NAME);
    for lesson in &course.lessons {
        report.print(&report.paint(lesson, 1))?;
        for exercise in course.of(lesson) {
            report.print(&line(&report, exercise, progress, width))?;
        }
        if course.of(lesson).next().is_none() {
            report.print("  no exercises")?;
        }
    }
    let next = verdict_text::next_step(course, progress, None);
    report.print(&format!("\n{next}"))
}

/// Writes an exercise in one line; `width` is that of the longest name.
fn line(report: &Report, exercise: &Exercise, progress: &Progress, width: usize) -> String {
    let entry = progress.entry(&exercise.name);
    let state = State::of(exercise, &entry);
    let colour = match state {
        State::ToDo => 0,
        State::Attempted => 33,
        State::Solved => 32,
    };
    let word = report.paint(&format!("{:11}", state.word()), colour);
    let title = exercise.head.as_ref().map_or("", |(_, title)| title);
    let hints = match entry.hints {
        0 => String::new(),
        taken => format!(" ({taken} of {HINTS} hints)"),
    };
    format!("  {word}{:width$} {title}{hints}", exercise.name)
}

fn document(course: &Exercises, progress: &Progress) -> Value {
    let state = |one: &Exercise| State::of(one, &progress.entry(&one.name));
    let exercise = |one: &Exercise| {
        json!({
            "name": one.name,
            "number": one.head.as_ref().map(|(number, _)| number),
            "title": one.head.as_ref().map(|(_, title)| title),
            "state": state(one).word(),
            "hints": progress.entry(&one.name).hints,
            "file": course.relative(&one.working()),
        })
    };
    let lesson = |lesson: &String| {
        let exercises: Vec<_> = course.of(lesson).map(exercise).collect();
        json!({ "lesson": lesson, "exercises": exercises })
    };
    let count = |wanted| course.all.iter().filter(|one| state(one) == wanted).count();
    json!({
        "lessons": course.lessons.iter().map(lesson).collect::<Vec<_>>(),
        "counts": {
            "to do": count(State::ToDo),
            "attempted": count(State::Attempted),
            "solved": count(State::Solved),
        },
        "next": verdict_text::next(course, progress, None).map(|one| &one.name),
    })
}
