//! Laws of what a lesson binary accepts, and how it refuses the rest.

use std::ffi::OsString;
use std::path::Path;

use super::{Args, Mistake, Opt, Program, Request};
use crate::terminal::style::Style;

const PROGRAM: Program = Program {
    name: "race",
    about: "Two threads add to one counter, and some of what they add is lost.",
    options: &[
        Opt::number("threads", "Threads that add at once", 2, 1..=64),
        Opt::number(
            "increments",
            "Increments of each thread",
            1_000_000,
            1..=1_000_000_000,
        ),
        Opt::path("input", "What is read", "the book"),
        Opt::JSON,
    ],
};

fn parse(line: &[&str]) -> Result<Request, Mistake> {
    PROGRAM.parse(line.iter().map(OsString::from))
}

fn args(line: &[&str]) -> Args {
    match parse(line) {
        Ok(Request::Run(args)) => args,
        other => panic!("{line:?} gives {other:?}"),
    }
}

fn complaint(line: &[&str]) -> String {
    parse(line).expect_err("a mistake").to_string()
}

#[test]
fn what_is_not_given_has_its_default() {
    let args = args(&[]);
    assert_eq!(
        (args.number("threads"), args.number("increments")),
        (2, 1_000_000)
    );
    assert!(!args.flag("json"));
}

#[test]
fn what_is_given_is_taken_in_each_way_of_writing_it() {
    let args = args(&["--threads=64", "--json", "--increments", "2_000_000"]);
    assert_eq!(
        (args.number("threads"), args.number("increments")),
        (64, 2_000_000)
    );
    assert!(args.flag("json"));
}

#[test]
fn a_path_is_taken_as_it_is() {
    assert_eq!(args(&[]).path("input"), None);
    for line in [&["--input", "-"][..], &["--input=-"]] {
        assert_eq!(args(line).path("input"), Some(Path::new("-")));
    }
    for line in [&["--input"][..], &["--input", ""], &["--input="]] {
        assert_eq!(complaint(line), "--input: expected a path");
    }
    let help = PROGRAM.help(Style::PLAIN).to_string();
    assert!(
        help.contains("--input PATH    What is read (default: the book)"),
        "{help}"
    );
}

#[test]
fn help_is_asked_for_by_either_name() {
    for line in [["--help"], ["-h"]] {
        assert_eq!(parse(&line), Ok(Request::Help));
    }
}

#[test]
fn every_value_out_of_range_is_told_the_range() {
    let overflow = "18446744073709551616";
    for value in [
        "0", "65", "-1", "+5", "two", "1.5", "_1", "1e3", "٣", overflow, "--json",
    ] {
        let expected = format!("--threads {value}: expected a whole number from 1 to 64");
        assert_eq!(complaint(&["--threads", value]), expected);
    }
    for line in [&["--threads"][..], &["--threads", ""], &["--threads="]] {
        assert_eq!(
            complaint(line),
            "--threads: expected a whole number from 1 to 64"
        );
    }
    let expected = "--increments -1: expected a whole number from 1 to 1_000_000_000";
    assert_eq!(complaint(&["--increments", "-1"]), expected);
}

#[test]
fn what_is_no_option_is_told_what_may_be_meant() {
    let slips = [
        ("--thread", "--threads"),
        ("-t", "--threads"),
        ("--inc", "--increments"),
        ("--jsno", "--json"),
        ("--hlep", "--help"),
    ];
    for (given, meant) in slips {
        let expected = format!("{given}: no such option, did you mean {meant}?");
        assert_eq!(complaint(&[given]), expected);
    }
    assert_eq!(
        complaint(&["--colour"]),
        "--colour: no such option, --help lists them"
    );
}

#[test]
fn what_is_too_much_is_refused() {
    assert_eq!(complaint(&["--json", "--json"]), "--json: given twice");
    assert_eq!(
        complaint(&["--threads=2", "--threads=2"]),
        "--threads: given twice"
    );
    assert_eq!(
        complaint(&["--json=yes"]),
        "--json=yes: expected --json without a value"
    );
    assert_eq!(
        complaint(&["5"]),
        "5: expected an option, --help lists them"
    );
    assert_eq!(
        complaint(&["--", "--json"]),
        "--json: expected an option, --help lists them"
    );
}

#[test]
fn a_complaint_is_one_line_whatever_was_given() {
    for line in [
        &["--threads", "a\nb"][..],
        &["a\nb"],
        &["--a\nb"],
        &["--json=a\nb"],
        &[""],
    ] {
        assert_eq!(complaint(line).lines().count(), 1, "{line:?}");
    }
}

#[test]
#[cfg(unix)]
fn what_is_not_unicode_is_refused_like_any_other_value() {
    use std::os::unix::ffi::OsStringExt;
    let broken = OsString::from_vec(b"2\xff".to_vec());
    let mistake = PROGRAM
        .parse(["--threads".into(), broken])
        .expect_err("not Unicode");
    let expected = "--threads 2\u{fffd}: expected a whole number from 1 to 64";
    assert_eq!(mistake.to_string(), expected);
}
