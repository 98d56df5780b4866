//! `cargo xtask hint`: one more hint each time.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result};

use crate::arguments::Arguments;
use crate::exercise::{Exercise, HINTS};
use crate::exercises::Exercises;
use crate::progress::Progress;
use crate::style;
use crate::tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "hint",
    about: "gives one more hint for an exercise each time",
    help: "\
Usage: cargo xtask hint NAME

Gives the next of an exercise's three hints: a nudge, the idea, nearly the answer.
After the third it gives that one again. `cargo xtask list` tells how many you took.

  NAME  an exercise

Exit code: 0 a hint was given, 1 there is none, 2 the command line is wrong.
",
    run,
};

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &[])?;
    let course = Exercises::read(&tree::root()?)?;
    let exercise = course.find(arguments.name()?)?;
    let mut progress = Progress::read(&course.root);
    let text = give(&course, exercise, &mut progress)?;
    io::stdout().write_all(text.as_bytes())?;
    Ok(Verdict::Holds)
}

/// Takes the next hint; what to print.
pub fn give(course: &Exercises, exercise: &Exercise, progress: &mut Progress) -> Result<String> {
    let (hints, name) = (read(exercise)?, &exercise.name);
    let count = hints.len() as u64;
    let before = progress.entry(name).hints;
    progress.change(&course.root, name, |entry| {
        entry.hints = (entry.hints + 1).min(HINTS.min(count));
    });
    let number = progress.entry(name).hints.clamp(1, count);
    let hint = style::fitted(&hints[number as usize - 1]);
    let after = match number {
        _ if before >= count => format!("These were all. The answer: cargo xtask solution {name}"),
        number if number == count => "This was the last one.".to_owned(),
        _ => format!("The next one: cargo xtask hint {name}"),
    };
    Ok(format!(
        "hint {number} of {count} for {name}\n\n{hint}\n\n{after}\n"
    ))
}

/// The hints of `exercise`; at least one.
fn read(exercise: &Exercise) -> Result<Vec<String>> {
    let path = exercise.hints();
    let text = fs::read_to_string(&path);
    let text = text.with_context(|| format!("cannot read {}", path.display()))?;
    let hints = split(&text);
    let is_empty = hints.is_empty();
    (!is_empty)
        .then_some(hints)
        .with_context(|| format!("{} holds no hint", path.display()))
}

/// The hints in `text`, which lines `---` divide.
pub fn split(text: &str) -> Vec<String> {
    let text = format!("\n{}\n", text.replace("\r\n", "\n"));
    let hints = text.split("\n---\n").map(|hint| hint.trim().to_owned());
    hints.filter(|hint| !hint.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn hints_are_divided_by_lines_of_three_dashes() {
        let text = "One.\r\n---\r\nTwo\n--- not a line ---\n\n---\nThree.";
        assert_eq!(split(text), ["One.", "Two\n--- not a line ---", "Three."]);
        assert!(split("\n---\n").is_empty());
    }
}
