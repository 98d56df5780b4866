//! Runs an answer to its verdict, which it reports in a file: its output is its own, and its exit may come too soon.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use serde_json::Value;

use crate::process::{self, Ended};

/// How long one run may take unless `--limit` says otherwise.
pub const LIMIT: Duration = Duration::from_secs(10);
/// What may hold an answer up for ever; a learner cannot know what the model does not see.
pub const STUCK: &str = "\
It may loop for ever, or try again in more ways than there is time for.
Or it waits where the model cannot see it: by `std::sync` instead of `world`.";
/// How many lines of an answer without a verdict are shown, and how many characters of each.
const LAST_WORDS: [usize; 2] = [12, 200];

/// What the check told of an answer.
#[derive(Clone, Default)]
pub struct Told {
    pub law: String,
    /// Below `book/src`.
    pub page: String,
    /// A heading on that page.
    pub section: String,
    /// Why it is refused, or what was explored.
    pub text: String,
}

/// What came of an answer.
#[derive(Clone)]
pub enum Verdict {
    Solved(Told),
    Refused(Told),
    /// The check has not spoken: why, and what there is to read about it.
    None(String, String),
}

/// Runs `executable` (which its `words` follow), an answer to the exercise called `name`.
pub fn run(
    executable: &Path,
    words: &[&str],
    name: &str,
    style: &str,
    limit: Duration,
) -> Result<(Verdict, Duration)> {
    let token = token();
    // Beside the program, where there is room, and where `cargo clean` finds what a killed run leaves.
    let path = executable.with_extension(format!("report-{token}"));
    let mut command: Command = process::command(executable)?;
    command.args(words);
    command.env("XTASK_REPORT", &path);
    command.envs([("XTASK_TOKEN", token.as_str()), ("XTASK_STYLE", style)]);
    let ended = process::run(&mut command, limit);
    let report = fs::read(&path).unwrap_or_default();
    let _ = fs::remove_file(&path);
    let ended = ended?;
    let report: Value = serde_json::from_slice(&report).unwrap_or_default();
    let is_ours = report["token"] == token && report["name"] == name;
    Ok((
        verdict(&ended, is_ours.then_some(report), limit),
        ended.time,
    ))
}

/// A number that an answer cannot have known when it was written.
fn token() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

fn verdict(ended: &Ended, report: Option<Value>, limit: Duration) -> Verdict {
    let Some(status) = ended.status else {
        let limit = limit.as_secs();
        let why = format!("no answer in {limit} s: it was killed with all that it started");
        return Verdict::None(why, format!("{STUCK}\n\n{}", last_words(ended)));
    };
    let Some(report) = report else {
        let why = format!("the answer ended before its check was done ({status})");
        return Verdict::None(why, last_words(ended));
    };
    let text = |name: &str| report[name].as_str().unwrap_or_default().to_owned();
    let told = Told {
        law: text("law"),
        page: text("page"),
        section: text("section"),
        text: text("text").trim_end().to_owned(),
    };
    match report["solved"].as_bool() {
        Some(true) if status.success() => Verdict::Solved(told),
        // As after a panic in a `Drop` when `main` is through.
        Some(true) => Verdict::None(
            format!("the check was passed, but then the answer failed ({status})"),
            last_words(ended),
        ),
        Some(false) => Verdict::Refused(told),
        None => Verdict::None("the model is too small for it".to_owned(), told.text),
    }
}

/// The end of what it printed; a program may print one line of 100 MB.
fn last_words(ended: &Ended) -> String {
    let [lines, characters] = LAST_WORDS;
    let said = format!("{}\n{}", ended.stdout, ended.stderr);
    let said: Vec<_> = said
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let last = said[said.len().saturating_sub(lines)..].iter();
    let cut = |line: &&str| line.chars().take(characters).collect::<String>();
    last.map(cut).collect::<Vec<_>>().join("\n")
}
