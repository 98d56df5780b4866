//! `cargo xtask watch`: checks the answer that is being edited, each time its file is saved.

mod blocked;
mod file;
mod keys;
mod modes;
mod running;
mod screen;
mod session;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc;

use anyhow::{Result, bail};

use crate::arguments::{Arguments, Usage};
use crate::exercise::Exercise;
use crate::exercises::Exercises;
use crate::progress::Progress;
use crate::tree;
use crate::verb::{Verb, Verdict};
use crate::verdict_text;
use modes::Modes;
use session::Session;

pub const VERB: Verb = Verb {
    name: "watch",
    about: "checks the exercise that you edit, each time you save it",
    help: "\
Usage: cargo xtask watch [NAME] [--limit SECONDS]

Shows the verdict of `cargo xtask check NAME`, and shows it anew whenever your file is saved.
On a terminal these keys work:
  n  the next exercise that is not solved
  h  a hint, one more each time
  l  the list of exercises
  r  the starter again, after a question
  q  quit, as does Ctrl-C; either stops a check that is running
Without a terminal it ends when its input ends.

  NAME             an exercise; without it, the first that is not solved
  --limit SECONDS  how long the answer may take (default: 10)

Exit code: 0 it was left, 1 it could not go on, 2 the command line is wrong.
",
    run,
};

fn run(words: Vec<OsString>) -> Result<Verdict> {
    if words.first().is_some_and(|word| word == modes::GUARDIAN) {
        modes::guard()?;
        return Ok(Verdict::Holds);
    }
    let arguments = Arguments::parse(words, &["limit"])?;
    let course = Exercises::read(&tree::root()?)?;
    let Some(exercise) = choose(&course, &arguments.names)? else {
        writeln!(io::stdout(), "every exercise is solved")?;
        return Ok(Verdict::Holds);
    };
    let modes = quiet()?;
    let (sender, events) = mpsc::channel();
    keys::read(modes.is_some(), sender.clone());
    let limit = arguments.answer_limit();
    Session::new(&course, exercise, limit, modes, sender).run(&events)?;
    Ok(Verdict::Holds)
}

/// The exercise called by the one name there may be, or the first that is not solved; `None` if all are.
fn choose<'a>(course: &'a Exercises, names: &[String]) -> Result<Option<&'a Exercise>> {
    match names {
        [name] => course.find(name).map(Some),
        [] if course.all.is_empty() => bail!("there is no exercise yet"),
        [] => Ok(verdict_text::next(
            course,
            &Progress::read(&course.root),
            None,
        )),
        _ => Err(Usage::error("more than one exercise is named")),
    }
}

/// Has the terminal give us each key at once; `None` where there is no person at a terminal.
fn quiet() -> Result<Option<Modes>> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Ok(None);
    }
    let mut guardian = std::process::Command::new(crate::group::this_program()?);
    guardian.args([VERB.name, modes::GUARDIAN]);
    Modes::change(guardian)
}
