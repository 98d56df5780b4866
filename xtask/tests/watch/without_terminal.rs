//! Without a terminal: plain lines, and an end that comes with the end of input.

use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdout, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::course;
use crate::course::{Course, Outcome};

/// Waits for a line with `text`, and returns what was read on the way.
#[track_caller]
fn line(output: &mut BufReader<ChildStdout>, text: &str) -> String {
    let mut read = String::new();
    while output.read_line(&mut read).expect("xtask speaks UTF-8") > 0 {
        if read.lines().last().is_some_and(|line| line.contains(text)) {
            return read;
        }
    }
    panic!("not said: {text}\n{read}");
}

fn start(course: &Course) -> (Child, BufReader<ChildStdout>) {
    let mut command = course.command(&["watch", "one"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("xtask starts");
    let output = child.stdout.take().expect("its output is piped");
    (child, BufReader::new(output))
}

#[test]
fn each_save_brings_a_verdict_in_plain_lines_until_the_input_ends() {
    let course = course("plain");
    let (mut child, mut output) = start(&course);
    let mut said = line(&mut output, "not two: 1");
    course.answer("one", "2");
    said += &line(&mut output, "solved one");
    assert!(!said.contains('\x1b'), "{said}");
    assert!(!said.contains("[q] quit"), "{said}");
    drop(child.stdin.take());
    let status = child.wait().expect("xtask ends");
    assert_eq!(status.code(), Some(0));
}

#[test]
fn an_input_without_anything_brings_one_verdict() {
    let course = course("nothing");
    let outcome = course.xtask(&["watch", "two"]);
    outcome.demand(0, &["examples/two.rs", "not two: 1"]);
}

#[test]
fn a_signal_ends_it() {
    let course = course("terminated");
    let (mut child, mut output) = start(&course);
    line(&mut output, "not two: 1");
    kill_process(Pid::from_child(&child), Signal::TERM).expect("it is there");
    let status = child.wait().expect("xtask ends");
    assert_eq!(status.signal(), Some(Signal::TERM.as_raw()));
}

#[test]
fn an_exercise_that_does_not_exist_is_an_error() {
    let outcome = course("unknown").xtask(&["watch", "onee"]);
    outcome.demand(
        2,
        &["no exercise is called `onee`; did you mean `one`? (known: one, two)"],
    );
}

#[test]
fn when_every_exercise_is_solved_there_is_nothing_to_watch() {
    let course = course("all");
    for name in ["one", "two"] {
        course.answer(name, "2");
        Outcome::of(
            course
                .command(&["check", name])
                .output()
                .expect("xtask starts"),
        )
        .demand(0, &["solved"]);
    }
    course
        .xtask(&["watch"])
        .demand(0, &["every exercise is solved"]);
}
