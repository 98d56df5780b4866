//! Each key does what the footer says.

use crate::course;
use crate::exercise::working;
use crate::terminal::Terminal;

#[test]
fn h_gives_one_more_hint_each_time() {
    let course = course("hint");
    let mut terminal = Terminal::run(course.command(&["watch"]));
    terminal.expect("[q] quit");
    terminal.press("h");
    terminal.expect("hint 1 of 3 for one");
    terminal.expect("[q] quit");
    terminal.press("h");
    terminal.expect("Two.");
}

#[test]
fn l_lists_the_exercises() {
    let course = course("list");
    let mut terminal = Terminal::run(course.command(&["watch"]));
    terminal.expect("[q] quit");
    terminal.press("l");
    terminal.expect("01-race");
    terminal.expect("two");
    terminal.expect("[q] quit");
}

#[test]
fn n_goes_on_to_the_next_exercise_until_all_are_solved() {
    let course = course("next");
    let mut terminal = Terminal::run(course.command(&["watch"]));
    terminal.expect("[q] quit");
    terminal.press("n");
    terminal.expect("watching lessons/01-race/exercises/examples/two.rs");
    terminal.expect("[q] quit");
    course.answer("two", "2");
    terminal.expect("solved");
    terminal.expect("[q] quit");
    terminal.press("n");
    terminal.expect("examples/one.rs");
    terminal.expect("[q] quit");
    course.answer("one", "2");
    terminal.expect("solved");
    terminal.expect("[q] quit");
    terminal.press("n");
    terminal.expect("every exercise is solved");
}

#[test]
fn r_puts_the_starter_back_if_the_answer_is_yes() {
    let course = course("reset");
    course.answer("one", "14");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("not two: 14");
    terminal.expect("[q] quit");
    terminal.press("r");
    terminal.expect("put the starter of one back?");
    terminal.press("n");
    terminal.expect("it stays as it is");
    terminal.expect("[q] quit");
    terminal.press("ry");
    terminal.expect("your version is kept: lessons/01-race/exercises/examples/one.rs.1");
    terminal.expect("not two: 1");
    let kept = course.read(&format!("{}.1", working("one")));
    assert!(kept.is_some_and(|text| text.contains("14")));
}

#[test]
fn a_key_that_is_pressed_during_a_check_is_heard_after_it() {
    let course = course("early");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("watching");
    terminal.press("h");
    terminal.expect("not two: 1");
    terminal.expect("hint 1 of 3 for one");
}

#[test]
fn an_arrow_key_is_no_letter() {
    let course = course("arrow");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("[q] quit");
    // As an arrow is sent, with a letter that is a key.
    terminal.press("\x1bOh");
    terminal.press("l");
    let shown = terminal.expect("01-race");
    assert!(!shown.contains("hint 1 of 3"), "{shown}");
}
