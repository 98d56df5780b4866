//! The command line: exit codes, and words that say what to do.

use std::net::TcpListener;
use std::process::{Command, Output};

use crate::copy::Copy;

fn book(copy: &Copy, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
    let command = command
        .args(words)
        .env("CARGO_MANIFEST_DIR", copy.book().join("builder"));
    command.output().expect("the program starts")
}

#[track_caller]
fn demand(output: &Output, code: i32, parts: &[&str]) {
    let said = [&output.stdout[..], &output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for part in parts {
        assert!(said.contains(part), "{part:?} is not in:\n{said}");
    }
}

#[test]
fn a_sound_book_is_built_and_passes() {
    let copy = Copy::new("command-sound");
    demand(&book(&copy, &[]), 0, &["built ", "index.html in "]);
    let expected = "ok: 0 findings in 3 pages and 1 figure, in ";
    demand(&book(&copy, &["check"]), 0, &[expected]);
}

#[test]
fn a_fault_is_told_with_its_place_and_its_cure() {
    let copy = Copy::new("command-fault");
    copy.append("book/src/second/why.md", "\n[Lost](gone.md)\n");
    let place =
        "book/src/second/why.md:11: the link finds no page second/gone.html\n    correct `gone.md`";
    demand(
        &book(&copy, &["check"]),
        1,
        &[place, "FAILED: 1 finding in "],
    );
}

#[test]
fn what_mdbook_cannot_build_is_told_beside_the_rest() {
    let copy = Copy::new("command-broken");
    copy.append("book/src/second/why.md", "\n{{#include gone.md}}\n");
    let expected = [
        "there is no text file book/src/second/gone.md",
        "mdBook complains",
    ];
    demand(&book(&copy, &["check"]), 1, &expected);
    demand(
        &book(&copy, &["build"]),
        1,
        &["mdBook complains", "gone.md"],
    );
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    let copy = Copy::new("command-wrong");
    demand(&book(&copy, &["--help"]), 0, &["Usage: cargo xtask book"]);
    for words in [
        &["sevre"][..],
        &["build", "--port", "1"],
        &["serve", "--port", "x"],
    ] {
        demand(
            &book(&copy, words),
            2,
            &["error: ", "Usage: cargo xtask book"],
        );
    }
}

#[test]
fn a_port_that_is_taken_is_told_with_the_next_step() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("some port is free");
    let port = taken.local_addr().expect("it is bound").port().to_string();
    let output = book(&Copy::new("command-port"), &["serve", "--port", &port]);
    let message = format!("port {port} is taken: ");
    demand(&output, 1, &[&message, "`--port 0`"]);
}
