//! Shows what becomes of safe parts put together, on this machine and in the model: `cargo run -p thread-safe-structures`.

mod example;

use shared::terminal::{Opt, Program, run};
use std::process::ExitCode;

const PROGRAM: Program = Program {
    name: "thread-safe-structures",
    about: "Two threads count the words of this course's own book in one concurrent map: by `entry` no word is lost, \
            by `get` and then `insert` some are. Shows that, a deadlock by a reference that is held, \
            what a snapshot, a tag and epochs are for, and the ticket shop mended in five ways.",
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
        Opt::number("runs", "How often each is run", 5, 1..=10_000),
        Opt::number(
            "seats",
            "Seats that each shop sells",
            10_000,
            1..=10_000_000,
        ),
        Opt::JSON,
    ],
};

fn main() -> ExitCode {
    run(&PROGRAM, |args, style, out| example::show(args, style, out))
}
