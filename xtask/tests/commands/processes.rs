//! What is started is also ended: at the limit, after the end, and when `cargo xtask` itself is killed.
//!
//! Each process that must not survive holds a connection to its test, and with its last holder the connection ends.

use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::course::{Course, Outcome, RECORD};

/// What the tests below share: the connection, and a child that holds it as its input for ten minutes.
const HELPERS: &str = r#"
use std::net::TcpStream;
use std::os::fd::OwnedFd;
use std::process::Command;

fn connection() -> TcpStream {
    TcpStream::connect(std::env::var("HOLD").unwrap()).unwrap()
}
fn hang() -> ! {
    loop {
        std::thread::park();
    }
}
fn leave_a_child() {
    let held = OwnedFd::from(connection());
    Command::new("sleep").arg("600").stdin(held).spawn().unwrap();
}
"#;

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(120);

/// The other end of the connections.
pub struct Holders {
    listener: TcpListener,
}

impl Holders {
    pub fn new() -> Self {
        Self {
            listener: TcpListener::bind("127.0.0.1:0").expect("there is a free port"),
        }
    }

    /// Tells a command where to connect.
    pub fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let address = self.listener.local_addr().expect("the port is known");
        command.env("HOLD", address.to_string())
    }

    /// Waits for one holder.
    pub fn next(&self) -> TcpStream {
        let listener = self.listener.try_clone().expect("the listener is shared");
        let (sender, holder) = mpsc::channel();
        thread::spawn(move || sender.send(listener.accept()));
        let holder = holder
            .recv_timeout(LONG)
            .expect("a holder connects in time");
        holder.expect("a holder connects").0
    }
}

/// Waits until nobody holds the other end.
#[track_caller]
pub fn demand_gone(mut held: TcpStream) {
    held.set_read_timeout(Some(LONG))
        .expect("a time limit is set");
    let read = held.read(&mut [0]).ok();
    assert_eq!(
        read,
        Some(0),
        "a process that should be gone still holds the connection"
    );
}

fn course(name: &str, tests: &str) -> (Course, Holders) {
    let course = Course::with_failing(name, &format!("{HELPERS}{tests}"));
    (course, Holders::new())
}

#[test]
fn a_test_that_hangs_is_killed_with_its_children_within_two_seconds_of_its_limit() {
    let tests = r#"
#[test]
fn hanging() {
    leave_a_child();
    eprintln!("last words");
    hang();
}
"#;
    let (course, holders) = course("hang", tests);
    let output = holders
        .tell(&mut course.command(&["check", "--limit", "1"]))
        .output();
    let outcome = Outcome::of(output.expect("xtask starts"));
    outcome.demand(1, &["hanging hangs: killed with its children after 1 s"]);
    outcome.demand(1, &["last words", "1 did not"]);
    assert!(outcome.seconds("hanging hangs") < 3.0, "{}", outcome.stdout);
    demand_gone(holders.next());
}

#[test]
fn a_child_left_behind_holds_nobody_up_and_is_killed() {
    let tests = r#"
#[test]
fn leaving() {
    leave_a_child();
    panic!("an update is lost");
}
"#;
    let (course, holders) = course("left_behind", tests);
    course.write("lessons/01-race/tests/snapshots/leaving.txt", RECORD);
    let output = holders.tell(&mut course.command(&["check"])).output();
    let outcome = Outcome::of(output.expect("xtask starts"));
    outcome.demand(0, &["leaving fails as recorded"]);
    assert!(outcome.seconds("leaving fails") < 3.0, "{}", outcome.stdout);
    demand_gone(holders.next());
}

#[test]
#[cfg(target_os = "linux")]
fn a_daemon_that_keeps_the_output_open_is_not_waited_for() {
    let tests = r#"
#[test]
fn leaving() {
    let held = OwnedFd::from(connection());
    let (mut told, tell) = std::io::pipe().unwrap();
    let script = ["sh", "-c", "echo gone >&2; read line"];
    Command::new("setsid").args(script).stdin(held).stderr(tell).spawn().unwrap();
    std::io::Read::read_exact(&mut told, &mut [0]).unwrap();
    panic!("an update is lost");
}
"#;
    let (course, holders) = course("daemon", tests);
    course.write("lessons/01-race/tests/snapshots/leaving.txt", RECORD);
    let output = holders.tell(&mut course.command(&["check"])).output();
    Outcome::of(output.expect("xtask starts")).demand(0, &["leaving fails as recorded"]);
    // It reads until this end closes, so it is there now, and gone after.
    drop(holders.next());
}

#[test]
fn nothing_outlives_cargo_xtask_even_if_it_is_killed() {
    let tests = r#"
#[test]
fn hanging() {
    leave_a_child();
    let _held = connection();
    hang();
}
"#;
    let (course, holders) = course("killed", tests);
    let mut command = course.command(&["check"]);
    let child = holders.tell(&mut command).stdout(Stdio::null()).spawn();
    let mut child = child.expect("xtask starts");
    let held = [holders.next(), holders.next()];
    child.kill().expect("xtask is killed");
    child.wait().expect("xtask is gone");
    held.into_iter().for_each(demand_gone);
}

#[test]
fn a_flood_of_output_neither_blocks_nor_hides_the_failure() {
    let flood = r#"
#[test]
fn flooding() {
    use std::io::Write;
    let line = [b'x'; 1_000_000];
    for _ in 0..50 {
        std::io::stdout().write_all(&line).unwrap();
        std::io::stderr().write_all(&line).unwrap();
    }
    eprintln!();
    panic!("an update is lost");
}
"#;
    let course = Course::with_failing("flood", flood);
    course.write("lessons/01-race/tests/snapshots/flooding.txt", RECORD);
    course
        .xtask(&["check"])
        .demand(0, &["flooding fails as recorded"])
        .forbid(&["xxxx"]);
}

#[test]
fn a_reader_that_leaves_early_ends_it_quietly() {
    let tests = r#"
#[test]
fn hanging() {
    let _held = connection();
    hang();
}
"#;
    let (course, holders) = course("pipe", tests);
    let mut command = course.command(&["check", "--limit", "1"]);
    holders
        .tell(&mut command)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("xtask starts");
    let held = holders.next();
    // The sections so far are in the pipe; the rest finds nobody.
    drop(child.stdout.take());
    let outcome = Outcome::of(child.wait_with_output().expect("xtask ends"));
    outcome.demand(1, &[]);
    assert_eq!(outcome.stderr, "");
    demand_gone(held);
}

#[test]
fn a_leader_without_a_group_of_its_own_refuses() {
    let course = Course::new("leader");
    let mut command = course.command(&["lead", "true"]);
    // An input that ends at once: a leader would kill its group, which is ours.
    let outcome = Outcome::of(command.output().expect("xtask starts"));
    outcome.demand(2, &["`lead` is for `cargo xtask` itself"]);
}
