//! `check NAME` at a terminal: it needs no width, and Ctrl-C ends all of it.

use std::fs;

use rustix::termios::LocalModes;

use crate::course;
use crate::course::Course;
use crate::ending::{demand_gone, endless};
use crate::exercise::{answer, working};
use crate::terminal::Terminal;

#[test]
fn a_terminal_without_columns_shows_the_verdict() {
    let course = course("check columns");
    for (body, verdict, code) in [("7", "not two: 7", 1), ("2", "1 execution: 2", 0)] {
        course.answer("one", body);
        let command = course.command(&["check", "one"]);
        let mut terminal = Terminal::with(command, 0, LocalModes::empty());
        terminal.expect(verdict);
        terminal.demand_left(code);
    }
}

#[test]
fn ctrl_c_ends_a_check_with_its_answer() {
    let (mut terminal, held) = endless("interrupted", "check");
    terminal.press("\x03");
    terminal.demand_left(130);
    demand_gone(held);
    let course = Course::at("watch interrupted");
    course.xtask(&["list"]).demand(0, &["attempted  one"]);
    let kept = course.read(&working("one"));
    assert!(kept.is_some_and(|text| text.contains("loop {")));
}

#[test]
#[cfg(target_os = "linux")]
fn ctrl_c_ends_a_check_that_still_builds() {
    let course = course("building");
    course.xtask(&["check", "one"]).demand(1, &["not two: 1"]);
    let lock = fs::File::open(course.path("target/debug/.cargo-lock"));
    let lock = lock.expect("Cargo has made its lock");
    lock.lock().expect("no other Cargo runs");
    course.answer("one", "2");
    let mut terminal = Terminal::run(course.command(&["check", "one"]));
    terminal.expect("checking one");
    terminal.press("\x03");
    terminal.demand_left(130);
    drop(lock);
    assert_eq!(course.read(&working("one")), Some(answer("one", "2")));
    course.xtask(&["check", "one"]).demand(0, &["solved one"]);
}
