//! Shows a race on this machine, in the model and between two processes: `cargo run -p race`.

mod example;

use race::figures::figures;
use race::processes::{ADD_TO_FILE, add_to_file};
use shared::figure::replay;
use shared::terminal::{Opt, Program, run};
use std::process::ExitCode;

const PROGRAM: Program = Program {
    name: "race",
    about: "Two threads add 1 to one counter, a million times each, and updates are lost. \
            Shows how many, why, and in how many of all schedules. \
            `replay` instead of options follows a schedule of one of the book's figures.",
    options: &[
        Opt::number("threads", "Threads that add at once", 2, 1..=64),
        Opt::number(
            "increments",
            "Increments each thread makes",
            1_000_000,
            1..=1_000_000_000,
        ),
        Opt::number("runs", "How often the race is run", 20, 1..=10_000),
        Opt::JSON,
    ],
};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if let Some((_, rest)) = arguments
        .split_first()
        .filter(|(first, _)| *first == ADD_TO_FILE)
    {
        return match add_to_file(rest) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        };
    }
    if let Some((_, rest)) = arguments
        .split_first()
        .filter(|(first, _)| *first == "replay")
    {
        return replay(&figures(), rest.iter().cloned());
    }
    run(&PROGRAM, |args, style, out| example::show(args, style, out))
}
