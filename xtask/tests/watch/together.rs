//! A watch and two checks at once tell the same of one answer, and none of them costs what another has kept.

use std::process::Stdio;

use serde_json::Value;

use crate::course;
use crate::course::{Course, Outcome};
use crate::exercise::{answer, working};
use crate::terminal::Terminal;

const STATE: &str = ".progress/state.json";

/// Two checks at once, from start to end.
fn two_checks(course: &Course) -> [Outcome; 2] {
    let start = || {
        let mut command = course.command(&["check", "one"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("xtask starts")
    };
    let both = [start(), start()];
    both.map(|child| Outcome::of(child.wait_with_output().expect("xtask ends")))
}

#[test]
fn two_checks_and_a_watch_agree_and_lose_nothing() {
    let course = course("together");
    // What another version of the course has kept, a hint, and a solved exercise.
    course.write(STATE, "{\"exercises\": {\"later\": {\"hints\": 2}}}");
    course.answer("two", "2");
    course.xtask(&["check", "two"]).demand(0, &["solved two"]);
    course.xtask(&["hint", "one"]).demand(0, &["hint 1 of 3"]);
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("[q] quit");
    for (body, code, told) in [
        ("3", 1, "the answer is not two: 3"),
        ("2", 0, "no failure in 1 execution: 2"),
        ("4", 1, "the answer is not two: 4"),
        ("1 + 1", 0, "no failure in 1 execution: 2"),
    ] {
        course.answer("one", body);
        for outcome in two_checks(&course) {
            outcome.demand(code, &[told]);
        }
        terminal.expect(told);
        terminal.expect("[q] quit");
        assert_eq!(course.read(&working("one")), Some(answer("one", body)));
    }
    terminal.press("q");
    terminal.demand_left(0);
    demand_kept(&course);
}

/// Demands what was kept before, and the last verdict.
#[track_caller]
fn demand_kept(course: &Course) {
    let list = course.xtask(&["list"]);
    list.demand(0, &["solved     one", "(1 of 3 hints)", "solved     two"]);
    let state = course.read(STATE).expect("the file is there");
    let state: Value = serde_json::from_str(&state).expect("the file is whole");
    assert_eq!(state["exercises"]["later"]["hints"], 2);
}
