//! `solution NAME` at a terminal asks while the exercise is unsolved, and takes nothing but a yes for one.

use crate::course;
use crate::terminal::Terminal;

/// What the solution's file alone says.
const SOLUTION: &str = "exercises/solutions/one.rs";

/// A terminal in which the question stands.
fn asked(name: &str) -> Terminal {
    let course = course(name);
    let mut terminal = Terminal::run(course.command(&["solution", "one"]));
    let shown = terminal.expect("See the solution all the same? [y/n] ");
    assert!(!shown.contains(SOLUTION), "{shown}");
    terminal
}

#[test]
fn yes_shows_the_solution() {
    for yes in ["y\r", "Yes\r"] {
        let mut terminal = asked("yes");
        terminal.press(yes);
        let shown = terminal.demand_left(0);
        assert!(shown.contains(SOLUTION), "{shown}");
        assert!(shown.contains("    2\r\n"), "{shown}");
    }
}

#[test]
fn anything_else_shows_nothing_and_leaves_quietly() {
    // No, nothing, another word, Ctrl-D, Ctrl-C, which is 130 to a shell.
    for (keys, code) in [
        ("n\r", 1),
        ("\r", 1),
        ("yet\r", 1),
        ("\x04", 1),
        ("\x03", 130),
    ] {
        let mut terminal = asked("no");
        terminal.press(keys);
        let shown = terminal.demand_left(code);
        assert!(!shown.contains(SOLUTION), "{keys:?}: {shown}");
        assert!(!shown.contains("error"), "{keys:?}: {shown}");
    }
}

#[test]
fn who_has_solved_it_is_not_asked() {
    let course = course("not asked");
    course.answer("one", "1 + 1");
    course.xtask(&["check", "one"]).demand(0, &["solved one"]);
    let terminal = Terminal::run(course.command(&["solution", "one"]));
    let shown = terminal.demand_left(0);
    assert!(shown.contains(SOLUTION), "{shown}");
    assert!(!shown.contains("[y/n]"), "{shown}");
}
