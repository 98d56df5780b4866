//! Finds the command that was asked for, and tells which there are.

use std::ffi::OsString;
use std::io::{self, Write};

use anyhow::Result;

use crate::arguments::Usage;

/// One command of `cargo xtask`.
pub struct Verb {
    pub name: &'static str,
    /// What it does, in half a line of the list of commands.
    pub about: &'static str,
    /// What `cargo xtask NAME --help` prints.
    pub help: &'static str,
    pub run: fn(Vec<OsString>) -> Result<Verdict>,
}

/// What a command found; it becomes the exit code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Holds,
    FallsShort,
}

impl Verdict {
    pub fn of(well: bool) -> Self {
        if well { Self::Holds } else { Self::FallsShort }
    }
}

/// Runs the command that the first of `words` names, or prints the help asked for.
pub fn dispatch(verbs: &[Verb], words: impl Iterator<Item = OsString>) -> Result<Verdict> {
    let mut words: Vec<_> = words.collect();
    if words.is_empty() {
        let overview = overview(verbs);
        return Err(Usage::error(format!(
            "no command given\n\n{}",
            overview.trim_end()
        )));
    }
    let asks = |word: &OsString| word == "--help" || word == "-h";
    if words[0] == "help" || words.iter().any(asks) {
        let named = words.iter().find(|word| !asks(word) && *word != "help");
        return match named {
            Some(word) => print(find(verbs, word)?.help),
            None => print(&overview(verbs)),
        };
    }
    let verb = find(verbs, &words.remove(0))?;
    (verb.run)(words)
}

fn find<'a>(verbs: &'a [Verb], word: &OsString) -> Result<&'a Verb> {
    let word = word.to_string_lossy();
    let names: Vec<_> = verbs.iter().map(|verb| verb.name).collect();
    let verb = verbs.iter().find(|verb| verb.name == word);
    verb.ok_or_else(|| Usage::unknown("command", &word, &names))
}

fn overview(verbs: &[Verb]) -> String {
    let line = |verb: &Verb| format!("  {:10}{}\n", verb.name, verb.about);
    let list: String = verbs.iter().map(line).collect();
    format!(
        "Usage: cargo xtask COMMAND [NAME…]\n\n{list}\n\
         `cargo xtask COMMAND --help` tells more of one.\n\
         Exit code: 0 all is well, 1 something falls short, 2 the command line is wrong.\n"
    )
}

fn print(text: &str) -> Result<Verdict> {
    io::stdout().write_all(text.as_bytes())?;
    Ok(Verdict::Holds)
}
