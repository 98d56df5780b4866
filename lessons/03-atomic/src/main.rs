//! Shows indivisible steps and the orders of memory, on this machine and in the model: `cargo run -p atomic`.

mod example;

use atomic::figures::figures;
use shared::figure::replay;
use shared::terminal::{Opt, Program, run};
use std::process::ExitCode;

const PROGRAM: Program = Program {
    name: "atomic",
    about: "Two threads add 1 to one counter, a million times each, by `fetch_add`, and no update is lost. \
            Shows that, a compare-exchange loop, and which orders of loads and stores this machine and the model show. \
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
        Opt::number(
            "trials",
            "How often each litmus test is tried",
            200_000,
            1..=100_000_000,
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
