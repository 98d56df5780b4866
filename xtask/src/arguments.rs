//! The words after a command: names and options.

use std::ffi::OsString;
use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

use anyhow::{Error, Result};
use lexopt::Arg::{Long, Value};

use crate::answer;

/// How long one failing test, or one program, may take unless `--limit` says otherwise.
const LIMIT: Duration = Duration::from_secs(60);
/// A day is longer than anything here takes, and far from overflowing a `Duration`.
const SECONDS: RangeInclusive<u64> = 1..=86_400;

/// What was asked for beside the command itself.
#[derive(Default)]
pub struct Arguments {
    /// Names of lessons, packages or exercises; none stands for all.
    pub names: Vec<String>,
    /// What `--limit` says.
    limit: Option<Duration>,
    /// Whether a document for a program is wanted.
    pub json: bool,
    /// Whether every question is answered already.
    pub yes: bool,
    /// Whether a program is to be optimised as a whole.
    pub fat_lto: bool,
}

impl Arguments {
    /// Reads `words`, in which the `options` are allowed that the command has.
    pub fn parse(words: Vec<OsString>, options: &[&str]) -> Result<Self> {
        let mut arguments = Self::default();
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(word) = parser.next().map_err(Usage::error)? {
            match word {
                Long(option) if !options.contains(&option) => {
                    return Err(Usage::error(word.unexpected()));
                }
                Long("limit") => {
                    let value = parser.value().map_err(Usage::error)?;
                    arguments.limit = Some(seconds(&value)?);
                }
                Long("json") => arguments.json = true,
                Long("yes") => arguments.yes = true,
                Long("fat-lto") => arguments.fat_lto = true,
                Value(name) => arguments.names.push(name.to_string_lossy().into_owned()),
                other => return Err(Usage::error(other.unexpected())),
            }
        }
        Ok(arguments)
    }

    /// How long one failing test, or one program, may take.
    pub fn limit(&self) -> Duration {
        self.limit.unwrap_or(LIMIT)
    }

    /// How long one answer to an exercise may take.
    pub fn answer_limit(&self) -> Duration {
        self.limit.unwrap_or(answer::LIMIT)
    }

    /// The one name that a command needs.
    pub fn name(&self) -> Result<&str> {
        match &self.names[..] {
            [name] => Ok(name),
            [] => Err(Usage::error(
                "no exercise is named (`cargo xtask list` tells them)",
            )),
            _ => Err(Usage::error("more than one exercise is named")),
        }
    }
}

fn seconds(value: &OsString) -> Result<Duration> {
    let number = value.to_str().and_then(|text| text.parse().ok());
    match number.filter(|number| SECONDS.contains(number)) {
        Some(number) => Ok(Duration::from_secs(number)),
        None => {
            let (value, least, most) = (value.display(), SECONDS.start(), SECONDS.end());
            let range = format!("a number of seconds from {least} to {most}");
            Err(Usage::error(format!("--limit: `{value}` is not {range}")))
        }
    }
}

/// A wrong command line: exit code 2 instead of 1.
#[derive(Debug)]
pub struct Usage(String);

impl Usage {
    pub fn error(message: impl ToString) -> Error {
        Self(message.to_string()).into()
    }

    /// Nothing of this `kind` is called `word`; tells the `known` names, and the one that may be meant.
    pub fn unknown(kind: &str, word: &str, known: &[&str]) -> Error {
        let guess = closest(word, known).map(|name| format!("; did you mean `{name}`?"));
        let guess = guess.unwrap_or_default();
        let known = known.join(", ");
        Self::error(format!(
            "no {kind} is called `{word}`{guess} (known: {known})"
        ))
    }
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// The one of `known` that a slip of the finger turns into `word`: at most two edits away.
fn closest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = known
        .iter()
        .map(|name| (strsim::levenshtein(word, name), *name))
        .min()?;
    (near.0 <= 2).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn only_a_near_name_is_suggested() {
        assert_eq!(closest("chekc", &["bless", "check"]), Some("check"));
        assert_eq!(closest("frobnicate", &["bless", "check"]), None);
    }
}
