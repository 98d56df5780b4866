//! Counts the words of a text through bounded queues, on this machine, and shows queues going wrong: `cargo run -p queue`.

mod example;

use queue::figures::figures;
use shared::figure::replay;
use shared::terminal::{Opt, Program, run};
use std::process::ExitCode;

const PROGRAM: Program = Program {
    name: "queue",
    about: "One thread reads a text, several count its words, and a bounded queue between them keeps them in step. \
            Shows that, other queues at the same work, and what broken ones lose. \
            `replay` instead of options follows a schedule of one of the book's figures.",
    options: &[
        Opt::path(
            "input",
            "What is read: a file, a directory with .md or .txt files, or - for the standard input",
            "the course's book",
        ),
        Opt::number("threads", "Threads that count", 2, 1..=64),
        Opt::number("capacity", "Chunks that may wait in a queue", 8, 1..=65_536),
        Opt::number("runs", "How often each pipeline is run", 20, 1..=10_000),
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
