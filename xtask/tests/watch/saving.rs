//! Each save brings a new verdict, however the file is saved, and whatever is in its place meanwhile.

use std::fs;

use rustix::termios::LocalModes;

use crate::course;
use crate::exercise::{answer, working};
use crate::terminal::Terminal;

#[test]
fn each_save_brings_one_new_verdict() {
    let course = course("save");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("watching lessons/01-race/exercises/examples/one.rs");
    terminal.expect("not two: 1");
    terminal.expect("[q] quit");
    course.answer("one", "8");
    let mut shown = terminal.expect("not two: 8");
    shown += &terminal.expect("[q] quit");
    course.answer("one", "\"text\"");
    shown += &terminal.expect("it does not compile");
    assert_eq!(shown.matches("watching").count(), 2, "{shown}");
    terminal.expect("mismatched types");
    course.answer("one", "2");
    terminal.expect("execution: 2");
    terminal.expect("[n] next\x1b[32m: two");
}

#[test]
fn a_file_that_is_renamed_into_place_was_saved() {
    let course = course("rename");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("[q] quit");
    let (new, path) = (format!("{}~", working("one")), working("one"));
    course.write(&new, &answer("one", "9"));
    fs::rename(course.path(&new), course.path(&path)).expect("the file is renamed");
    terminal.expect("not two: 9");
}

#[test]
fn a_file_that_is_away_is_told_and_checked_when_it_is_back() {
    let course = course("away");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("[q] quit");
    let path = course.path(&working("one"));
    fs::remove_file(&path).expect("the file is removed");
    terminal.expect("one.rs is gone: it is checked when it is back");
    fs::create_dir(&path).expect("a folder takes its place");
    terminal.expect("one.rs is a folder: it is checked when it is a file");
    fs::remove_dir(&path).expect("the folder is removed");
    terminal.expect("is gone");
    course.answer("one", "10");
    terminal.expect("not two: 10");
}

#[test]
fn a_save_ends_the_check_of_the_text_before() {
    let course = course("endless");
    let mut terminal = Terminal::run(course.command(&["watch", "one", "--limit", "600"]));
    terminal.expect("[q] quit");
    course.answer("one", "loop {}");
    terminal.expect("watching");
    course.answer("one", "11");
    terminal.expect("not two: 11");
}

#[test]
fn two_watches_tell_the_same() {
    let course = course("two");
    let watch = || Terminal::run(course.command(&["watch", "one"]));
    let mut terminals = [watch(), watch()];
    for terminal in &mut terminals {
        terminal.expect("not two: 1");
        terminal.expect("[q] quit");
    }
    course.answer("one", "12");
    for terminal in &mut terminals {
        terminal.expect("not two: 12");
    }
}

#[test]
fn a_terminal_without_columns_shows_the_verdict() {
    let course = course("columns");
    let command = course.command(&["watch", "one"]);
    let mut terminal = Terminal::with(command, 0, LocalModes::empty());
    terminal.expect("not two: 1");
    terminal.expect("[q] quit");
    terminal.press("q");
    terminal.demand_left(0);
}

#[test]
fn a_terminal_that_stops_writers_in_the_background_shows_the_verdict() {
    let course = course("tostop");
    let command = course.command(&["watch", "one"]);
    let mut terminal = Terminal::with(command, 100, LocalModes::TOSTOP);
    terminal.expect("not two: 1");
    terminal.expect("[q] quit");
    terminal.press("q");
    terminal.demand_left(0);
}

#[test]
#[cfg(target_os = "linux")]
fn another_cargo_that_is_in_the_way_is_told_and_waited_for() {
    let course = course("lock");
    let mut terminal = Terminal::run(course.command(&["watch", "one"]));
    terminal.expect("[q] quit");
    let lock = course.path("target/debug/.cargo-lock");
    let lock = fs::File::open(lock).expect("Cargo has made its lock");
    lock.lock().expect("no other Cargo runs");
    course.answer("one", "13");
    terminal.expect("waiting for another cargo");
    drop(lock);
    terminal.expect("not two: 13");
}
