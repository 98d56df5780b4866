//! What every lesson's example promises to whoever runs it: mounted by the tests of each lesson.

use std::io::Read;
use std::process::{Command, Output, Stdio};

/// Runs the lesson's `program` with no terminal of any width.
pub fn shown(program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    command.env("LC_ALL", "C.UTF-8").env_remove("COLUMNS");
    command.output().expect("the example starts")
}

pub fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the example writes UTF-8")
}

/// Demands that a reader who closes the pipe at once causes no complaint and no failure.
#[track_caller]
pub fn demand_calm_when_the_reader_leaves(program: &str, arguments: &[&str]) {
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts");
    drop(child.stdout.take());
    let mut complaints = String::new();
    let mut stderr = child.stderr.take().expect("it is a pipe");
    stderr.read_to_string(&mut complaints).expect("it is UTF-8");
    assert!(child.wait().expect("the example ends").success());
    assert_eq!(complaints, "");
}
