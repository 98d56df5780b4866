//! However it ends, the terminal is as it was, and nothing that it started is left.

use std::env;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::process::Command;

use rustix::process::Signal;

use crate::course;
use crate::modes::Modes;
use crate::signals::is_ignored;
use crate::terminal::{LONG, Terminal};

/// A watch that waits for a save.
fn idle(name: &str) -> Terminal {
    let mut terminal = Terminal::run(course(name).command(&["watch", "one"]));
    terminal.expect("[q] quit");
    terminal.demand_changed();
    terminal
}

#[test]
fn a_key_that_quits_leaves_the_terminal_as_it_was() {
    // Ctrl-C is a signal, which is 130 to a shell.
    for (key, code) in [("q", 0), ("\x03", 130), ("\x04", 0)] {
        let mut terminal = idle("quit");
        terminal.press(key);
        terminal.demand_left(code);
    }
}

#[test]
fn a_signal_leaves_the_terminal_as_it_was() {
    for signal in [
        Signal::TERM,
        Signal::HUP,
        Signal::INT,
        Signal::ABORT,
        Signal::KILL,
    ] {
        if is_ignored(signal) {
            continue;
        }
        let terminal = idle("signal");
        terminal.signal(signal);
        terminal.demand_left(128 + signal.as_raw());
    }
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was() {
    let mut command = Command::new(env::current_exe().expect("a test has a program"));
    command.args(["--exact", "ending::panics_at_a_terminal", "--ignored"]);
    let mut terminal = Terminal::run(command);
    terminal.expect("the modes are changed");
    terminal.demand_left(101);
}

#[test]
#[ignore = "needs the terminal that the test above gives it"]
fn panics_at_a_terminal() {
    let mut guardian = Command::new(env!("CARGO_BIN_EXE_xtask"));
    guardian.args(["watch", "--guardian"]);
    let _modes = Modes::change(guardian).expect("there is a terminal");
    panic!("the modes are changed");
}

/// Watches an answer that never ends, or checks it, as `verb` says; returns when it runs.
pub fn endless(name: &str, verb: &str) -> (Terminal, TcpStream) {
    let course = course(name);
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let address = listener.local_addr().expect("the port is known");
    course.answer(
        "one",
        "let held = std::net::TcpStream::connect(std::env::var(\"HOLD\").unwrap());\n    \
         loop { std::hint::black_box(&held); }",
    );
    let mut command = course.command(&[verb, "one", "--limit", "600"]);
    command.env("HOLD", address.to_string());
    let mut terminal = Terminal::run(command);
    terminal.expect(&format!("{verb}ing"));
    let held = listener.accept().expect("the answer runs").0;
    (terminal, held)
}

/// Waits until the answer no longer holds its connection.
#[track_caller]
pub fn demand_gone(mut held: TcpStream) {
    held.set_read_timeout(Some(LONG)).expect("a limit is set");
    assert_eq!(held.read(&mut [0]).ok(), Some(0), "the answer still runs");
}

#[test]
fn quitting_ends_an_answer_that_never_ends() {
    for (key, code) in [("q", 0), ("\x03", 130)] {
        let (mut terminal, held) = endless("never", "watch");
        terminal.press(key);
        terminal.demand_left(code);
        demand_gone(held);
    }
}

#[test]
fn an_answer_that_never_ends_does_not_outlive_a_watch_that_is_killed() {
    let (terminal, held) = endless("killed", "watch");
    terminal.signal(Signal::KILL);
    terminal.demand_left(137);
    demand_gone(held);
}
