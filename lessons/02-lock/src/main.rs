//! Shows locks at work on this machine, in the model and between two processes: `cargo run -p lock`.

mod example;

use lock::figures::figures;
use lock::processes::{ADD_TO_FILE, add_to_file};
use shared::figure::replay;
use shared::terminal::{Opt, Program, run};
use std::process::ExitCode;

const PROGRAM: Program = Program {
    name: "lock",
    about: "Two threads add 1 to one counter, a million times each, under a lock, and no update is lost. \
            Shows that, how locks go wrong, a deadlock that happens, and what a lock costs. \
            `replay` instead of options follows a schedule of one of the book's figures.",
    options: &[
        Opt::number("threads", "Threads that add at once", 2, 1..=64),
        Opt::number(
            "increments",
            "Increments each thread makes",
            1_000_000,
            1..=1_000_000_000,
        ),
        Opt::number("runs", "How often each counter is run", 20, 1..=10_000),
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
