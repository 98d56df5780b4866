//! Shows what becomes of safe parts put together, on this machine and in the model: `cargo run -p thread-safe-structures`.

mod example;

use shared::figure::replay;
use shared::terminal::{Opt, Program, run};
use std::process::ExitCode;
use thread_safe_structures::figures::figures;

const PROGRAM: Program = Program {
    name: "thread-safe-structures",
    about: "Two threads count the words of this course's own book in one concurrent map: by `entry` no word is lost, \
            by `get` and then `insert` some are. Shows that, a deadlock by a reference that is held, \
            what a snapshot, a tag and epochs are for, and the ticket shop mended in five ways. \
            `replay` instead of options follows a schedule of one of the book's figures.",
    options: &[
        Opt::number(
            "threads",
            "Threads that count, and windows that sell, at once",
            2,
            1..=64,
        ),
        Opt::number(
            "readings",
            "How often each thread reads the book in a run",
            10,
            1..=10_000,
        ),
        Opt::number("runs", "How often each is run", 3, 1..=10_000),
        Opt::number(
            "seats",
            "Seats that each shop sells",
            100_000,
            1..=10_000_000,
        ),
        Opt::JSON,
    ],
};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == "replay") {
        return replay(&figures(), arguments);
    }
    run(&PROGRAM, |args, style, out| example::show(args, style, out))
}
