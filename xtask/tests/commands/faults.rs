//! What goes wrong in answers: each fault has its message and its exit code, ends in time, and loses nothing.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::course::{Course, Outcome};
use crate::exercise::{answer, working};
use crate::processes::{Holders, demand_gone};
use crate::signals::is_ignored;

const CHECK: [&str; 4] = ["check", "first", "--limit", "1"];
/// What the runner may take beside the limit, in which the build is.
const GRACE: Duration = Duration::from_secs(2);
const ENDED: &str = "the answer ended before its check was done";

/// Two threads that each hold what the other waits for: they meet once each holds its own.
const DEADLOCK: &str = r"
    let (ours, theirs, meet) = (std::sync::Mutex::new(1), std::sync::Mutex::new(1), std::sync::Barrier::new(2));
    let take = |first: &std::sync::Mutex<u32>, second: &std::sync::Mutex<u32>| {
        let first = first.lock().unwrap();
        meet.wait();
        *first + *second.lock().unwrap()
    };
    std::thread::scope(|scope| {
        scope.spawn(|| take(&theirs, &ours));
        take(&ours, &theirs)
    })";

/// Demands that what `run` runs ends with its limit, and what the runner may take beside it.
#[track_caller]
pub fn in_time(limit: u64, run: impl FnOnce() -> Outcome) -> Outcome {
    let began = Instant::now();
    let outcome = run();
    let time = began.elapsed();
    assert!(time < Duration::from_secs(limit) + GRACE, "{time:?}");
    outcome
}

/// Has `text` judged, in time; and it is still there then.
#[track_caller]
fn judge(course: &Course, text: &[u8]) -> Outcome {
    let path = course.path(&working("first"));
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder is made");
    fs::write(&path, text).expect("the answer is written");
    let outcome = in_time(1, || course.xtask(&CHECK));
    assert_eq!(fs::read(path).expect("the answer is there"), text);
    outcome
}

#[track_caller]
fn demand(course: &Course, body: &str, code: i32, parts: &[&str]) {
    judge(course, answer("first", body).as_bytes()).demand(code, parts);
}

#[test]
fn an_answer_that_does_not_return_is_told_from_one_that_is_refused() {
    let course = Course::with_exercises("fault_ends", &["first"]);
    let hang = "println!(\"last words\"); #[allow(clippy::empty_loop)] loop {}";
    demand(
        &course,
        hang,
        1,
        &[
            "no answer in 1 s: it was killed with all that it started",
            "last words",
        ],
    );
    let unseen = "by `std::sync` instead of `world`";
    demand(&course, hang, 1, &["no answer in 1 s", unseen]);
    let lines = [
        "names what the model cannot see",
        "  5: let (ours, theirs, meet) = (std::sync::Mutex::new(1)",
        "  11: std::thread::scope(|scope| {",
    ];
    demand(&course, DEADLOCK, 1, &lines);
    judge(&course, answer("first", DEADLOCK).as_bytes()).forbid(&[unseen]);
    demand(&course, "std::process::abort()", 1, &[ENDED, "SIGABRT"]);
    demand(
        &course,
        "std::process::exit(0)",
        1,
        &[ENDED, "exit status: 0"],
    );
    let overflow = "#[allow(unconditional_recursion)] fn deep(n: u64) -> u64 { deep(n + 1) + n } deep(0) as u32";
    demand(&course, overflow, 1, &[ENDED, "has overflowed its stack"]);
    let dropped =
        "struct D; impl Drop for D { fn drop(&mut self) { panic!(\"in a drop\") } } let _d = D; 2";
    demand(&course, dropped, 1, &[ENDED, "in a drop"]);
    course.xtask(&["list"]).demand(0, &["attempted  first"]);
}

#[test]
fn an_answer_that_does_not_compile_is_shown_as_cargo_says_it() {
    let course = Course::with_exercises("fault_compiles", &["first"]);
    demand(
        &course,
        "\"text\"",
        1,
        &["it does not compile", "error[E0308]: mismatched types"],
    );
    demand(
        &course,
        "let unused = 1; 2",
        0,
        &["warning: unused variable: `unused`", "solved first"],
    );
    judge(&course, b"").demand(1, &["it does not compile", "`main` function not found"]);
    judge(&course, b"\xff\xfe").demand(1, &["it does not compile", "UTF-8"]);
    let windows = answer("first", "2").replace('\n', "\r\n");
    judge(&course, windows.as_bytes()).demand(0, &["solved first"]);
    judge(&course, b"fn main() {}\n").demand(1, &[ENDED, "The lines at its end", "pub mod check;"]);
}

#[test]
fn a_missing_file_is_made_and_a_folder_in_its_place_is_left_alone() {
    let course = Course::with_exercises("fault_files", &["first"]);
    course.answer("first", "2");
    course.xtask(&CHECK).demand(0, &[]);
    course.remove(&working("first"));
    in_time(1, || course.xtask(&CHECK)).demand(1, &["the answer is not two: 1"]);
    assert_eq!(course.read(&working("first")), Some(answer("first", "1")));
    course.remove(&working("first"));
    let inside = format!("{}/mine.txt", working("first"));
    course.write(&inside, "mine");
    for words in [&CHECK[..], &["reset", "first"]] {
        in_time(1, || course.xtask(words)).demand(
            1,
            &["first.rs is a folder, where your file should be: move it away"],
        );
    }
    course.xtask(&["list"]).demand(0, &["attempted  first"]);
    assert_eq!(course.read(&inside).as_deref(), Some("mine"));
}

#[test]
fn a_check_that_was_changed_gives_no_verdict() {
    let course = Course::with_exercises("fault_check", &["first"]);
    course.xtask(&["bless"]).demand(0, &[]);
    let path = "lessons/01-race/exercises/checks/first.rs";
    let check = course.read(path).expect("the check is there");
    course.write(path, &check.replace("\n", "\r\n"));
    demand(&course, "2", 0, &["solved first"]);
    course.write(path, &check.replace("answer == 2", "answer > 0"));
    demand(
        &course,
        "1",
        1,
        &[
            "the check itself was changed",
            "git checkout -- \"lessons/01-race/exercises/checks/first.rs\"",
        ],
    );
}

#[test]
fn what_a_check_mounts_from_beside_it_is_guarded_too() {
    let course = Course::with_exercises("fault_mounted", &["first", "second"]);
    let [check, mounted] =
        ["checks/first.rs", "two.rs"].map(|file| format!("lessons/01-race/exercises/{file}"));
    let text = course.read(&check).expect("the check is there");
    let text = text.replace("answer == 2", "answer == two::TWO");
    course.write(
        &check,
        &format!("{text}#[path = \"../two.rs\"]\nmod two;\n"),
    );
    course.write(&mounted, "pub const TWO: u32 = 2;\n");
    course.xtask(&["bless"]).demand(0, &[]);
    demand(&course, "2", 0, &["solved first"]);
    course.write(&mounted, "pub const TWO: u32 = 1;\n");
    let told = ["the check itself was changed", "exercises/two.rs\""];
    demand(&course, "1", 1, &told);
    let bystander = course.xtask(&["check", "second"]);
    bystander.demand(1, &["the answer is not two: 1"]);
    course.remove(&mounted);
    demand(&course, "1", 1, &told);
}

#[test]
fn a_flood_of_output_is_cut_and_does_not_hide_the_verdict() {
    let course = Course::with_exercises("fault_flood", &["first"]);
    let flood = "use std::io::Write; let line = [b'x'; 1_000_000];\n\
                 for _ in 0..50 { std::io::stdout().write_all(&line).unwrap(); std::io::stderr().write_all(&line).unwrap(); }";
    let outcome = judge(&course, answer("first", &format!("{flood} 2")).as_bytes());
    outcome.demand(0, &["solved first"]).forbid(&["xxxx"]);
    let outcome = judge(
        &course,
        answer("first", &format!("{flood} std::process::abort()")).as_bytes(),
    );
    outcome.demand(1, &[ENDED]);
    assert!(
        outcome.stdout.len() < 5000,
        "{} bytes",
        outcome.stdout.len()
    );
}

/// Holds a connection to the test, in this process or in a child.
const HOLD: &str =
    "let held = std::net::TcpStream::connect(std::env::var(\"HOLD\").unwrap()).unwrap();";

#[test]
fn a_child_left_behind_is_killed() {
    let (course, holders) = (
        Course::with_exercises("fault_child", &["first"]),
        Holders::new(),
    );
    let leave = "std::process::Command::new(\"sleep\").arg(\"600\").stdin(std::os::fd::OwnedFd::from(held)).spawn().unwrap(); 2";
    course.answer("first", &format!("{HOLD} {leave}"));
    let mut command = course.command(&CHECK);
    let command = holders.tell(&mut command);
    let outcome = in_time(1, || Outcome::of(command.output().expect("xtask starts")));
    outcome.demand(0, &["solved first"]);
    demand_gone(holders.next());
}

#[test]
fn ctrl_c_ends_the_answer_too() {
    if is_ignored(rustix::process::Signal::INT) {
        return;
    }
    let (course, holders) = (
        Course::with_exercises("fault_interrupt", &["first"]),
        Holders::new(),
    );
    course.answer(
        "first",
        &format!("{HOLD} let _held = held; loop {{ std::thread::park() }}"),
    );
    let mut command = course.command(&["check", "first"]);
    let child = holders.tell(&mut command).stdout(Stdio::null()).spawn();
    let mut child = child.expect("xtask starts");
    let held = holders.next();
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("it is interrupted");
    assert_eq!(child.wait().expect("xtask ends").signal(), Some(2));
    demand_gone(held);
    course.xtask(&["list"]).demand(0, &["attempted  first"]);
}

#[test]
fn two_checks_at_once_agree() {
    let course = Course::with_exercises("fault_two", &["first", "second"]);
    course.answer("first", "2");
    course.answer("second", "2");
    let start = |name| {
        course
            .command(&["check", name])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
    };
    let children = ["first", "second", "first"].map(start);
    for child in children {
        let output = child.expect("xtask starts").wait_with_output();
        Outcome::of(output.expect("xtask ends")).demand(0, &["solved "]);
    }
    course
        .xtask(&["list"])
        .demand(0, &["solved     first", "solved     second"]);
}
