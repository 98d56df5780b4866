//! `cargo xtask reset`: the starter again, with the learner's version kept beside it.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};

use anyhow::Result;

use crate::arguments::Arguments;
use crate::exercise::Exercise;
use crate::exercises::Exercises;
use crate::hash::hash;
use crate::progress::Progress;
use crate::tree;
use crate::verb::{Verb, Verdict};
use crate::working_copy::{self, Reset};

pub const VERB: Verb = Verb {
    name: "reset",
    about: "gives an exercise's starter again, and keeps your version beside it",
    help: "\
Usage: cargo xtask reset NAME

Puts the starter back in your file of an exercise.
What you had is kept beside it as NAME.rs.1, NAME.rs.2 and so on; nothing is overwritten.
The hints you took stay taken.

  NAME  an exercise

Exit code: 0 the file is the starter, 1 it could not be made so, 2 the command line is wrong.
",
    run,
};

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &[])?;
    let course = Exercises::read(&tree::root()?)?;
    let exercise = course.find(arguments.name()?)?;
    let mut progress = Progress::read(&course.root);
    let said = give_back(&course, exercise, &mut progress)?;
    writeln!(io::stdout(), "{said}")?;
    Ok(Verdict::Holds)
}

/// Puts the starter back; what to print.
pub fn give_back(
    course: &Exercises,
    exercise: &Exercise,
    progress: &mut Progress,
) -> Result<String> {
    let path = course.relative(&exercise.working());
    let said = match working_copy::reset(exercise)? {
        Reset::Nothing => format!("nothing to do: {path} is the starter"),
        Reset::Made => format!("{path} is the starter"),
        Reset::Kept(aside) => {
            let aside = course.relative(&aside);
            format!("{path} is the starter again\nyour version is kept: {aside}")
        }
    };
    let starter = fs::read(exercise.starter()).map(|text| hash(&text));
    let starter = starter.unwrap_or_default();
    progress.change(&course.root, &exercise.name, |entry| {
        entry.starter.clone_from(&starter);
    });
    Ok(said)
}
