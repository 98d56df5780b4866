//! The course's own commands: `cargo xtask check` and its siblings.

mod answer;
mod answers;
mod arguments;
mod bench;
mod bless;
mod book;
mod cargo;
mod check;
mod declared;
mod demands;
mod detector;
mod difference;
mod document;
mod ending;
mod exec;
mod exercise;
mod exercise_demands;
mod exercises;
mod failing;
mod group;
mod hash;
mod hint;
mod judge;
mod kept;
mod list;
mod memory_report;
mod orderings;
mod package;
mod process;
mod progress;
mod race_report;
mod replay;
mod report;
mod reset;
mod sanitize;
mod sanitizer;
mod seen;
mod sent_to;
mod snapshot;
mod solution;
mod state;
mod style;
mod suite;
mod suites;
mod tally;
mod tree;
mod unseen;
mod verb;
mod verdict_text;
mod watch;
mod working_copy;

use std::env;
use std::io;
use std::process::ExitCode;

use anyhow::Error;
use arguments::Usage;
use verb::{Verb, Verdict};

/// The commands, in the order in which the help tells them.
const VERBS: &[Verb] = &[
    list::VERB,
    check::VERB,
    watch::VERB,
    hint::VERB,
    solution::VERB,
    reset::VERB,
    replay::VERB,
    bless::VERB,
    sanitize::VERB,
    bench::VERB,
    book::VERB,
];

fn main() -> ExitCode {
    let mut words = env::args_os().skip(1).peekable();
    if words.next_if(|word| word == group::LEADER).is_some() {
        return group::lead(words);
    }
    match verb::dispatch(VERBS, words) {
        Ok(Verdict::Holds) => ExitCode::SUCCESS,
        Ok(Verdict::FallsShort) => ExitCode::FAILURE,
        // The reader of our output has left (`| head`): nobody is there to be told, and nothing was shown to hold.
        Err(error) if is_broken_pipe(&error) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

fn is_broken_pipe(error: &Error) -> bool {
    let cause = error.downcast_ref::<io::Error>();
    cause.is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
