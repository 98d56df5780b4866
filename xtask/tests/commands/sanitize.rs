//! `sanitize`: what the sanitizer sees is compared with what a program declares.

use std::process::Command;

use crate::course::{Course, RED, RED_ON_PURPOSE};

/// Two threads that write one plain variable; the second waits for the first if `ORDERED`.
const PROGRAM: &str = r#"
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;

struct Shared(std::cell::UnsafeCell<u64>);
unsafe impl Sync for Shared {}
static SHARED: Shared = Shared(std::cell::UnsafeCell::new(0));
static BEGUN: AtomicU64 = AtomicU64::new(0);
static DONE: AtomicU64 = AtomicU64::new(0);

fn bump() {
    // In turn, since the sanitizer misses writes at the very same moment; relaxed, so that nothing is ordered by it.
    let turn = BEGUN.fetch_add(1, Relaxed);
    while DONE.load(Relaxed) < turn {}
    unsafe { *SHARED.0.get() += 1 }
    DONE.fetch_add(1, Relaxed);
    // A thread that ended would lend its place to the next, and one that spins has the sanitizer forget what it did
    // before: it remembers a thread's last steps only, and without them reports nothing.
    while !ORDERED && DONE.load(Relaxed) < 2 {
        thread::sleep(std::time::Duration::from_millis(1));
    }
}

fn main() {
    assert!(cfg!(sanitizing), "for the sanitizer only");
    let first = thread::Builder::new().name("first".into()).spawn(bump).unwrap();
    if ORDERED {
        first.join().unwrap();
        thread::spawn(bump).join().unwrap();
    } else {
        thread::spawn(bump).join().unwrap();
        first.join().unwrap();
    }
}
"#;

fn course(name: &str, programs: &[(&str, &str, bool)]) -> Course {
    let course = Course::new(name);
    let mut manifest = RED_ON_PURPOSE.to_owned();
    for (program, head, ordered) in programs {
        manifest +=
            &format!("[[example]]\nname = \"{program}\"\npath = \"sanitize/{program}.rs\"\n");
        let text = format!("//! A program.\n{head}\n{PROGRAM}const ORDERED: bool = {ordered};\n");
        course.write(&format!("lessons/01-race/sanitize/{program}.rs"), &text);
    }
    manifest += "[lints.rust]\nunexpected_cfgs = \"allow\"\n";
    course.lesson("01-race", "race", &manifest);
    course.write("lessons/01-race/tests/failing.rs", RED);
    course
}

fn has_nightly() -> bool {
    let version = Command::new("rustup")
        .args(["run", "nightly", "rustc", "-V"])
        .output();
    version.is_ok_and(|version| version.status.success())
}

#[test]
fn what_is_seen_is_compared_with_what_is_declared() {
    if !has_nightly() {
        eprintln!("not run: there is no nightly toolchain");
        return;
    }
    let race = "//! ThreadSanitizer: data race";
    let silent = "//! ThreadSanitizer: silent";
    let programs = [
        ("racing", race, false),
        ("ordered", silent, true),
        ("shy", race, true),
        ("loud", silent, false),
        ("mute", "", true),
    ];
    let course = course("sanitize", &programs);
    let outcome = course.xtask(&["sanitize", "race"]);
    if outcome.stdout.contains("cannot be watched on this machine") {
        eprintln!("not run: {}", outcome.stdout);
        return;
    }
    outcome.demand(
        1,
        &[
            "racing has a data race, as declared",
            "ordered is silent, as declared",
        ],
    );
    outcome.demand(
        1,
        &[
            "'first': lessons/01-race/sanitize/racing.rs:17:",
            " in racing::bump",
            "on: global 'racing::SHARED",
        ],
    );
    outcome.demand(
        1,
        &[
            "shy is silent, but must have a data race",
            "cargo +nightly run --target",
        ],
    );
    outcome.demand(
        1,
        &[
            "loud has a data race, but must be silent",
            "mute declares nothing",
        ],
    );
    outcome.demand(1, &["FAILED: 2 programs as declared, 3 not"]);
}

/// Frees what it reads afterwards, or nothing.
const FORGETFUL: &str = r#"
fn main() {
    assert!(cfg!(sanitizing), "for the sanitizer only");
    let value = Box::into_raw(Box::new(std::hint::black_box(7)));
    if FREES {
        drop(unsafe { Box::from_raw(value) });
        std::process::exit(unsafe { value.read_volatile() });
    }
}
"#;

#[test]
fn a_use_after_free_is_told_and_one_head_may_ask_for_two_sanitizers() {
    if !has_nightly() {
        eprintln!("not run: there is no nightly toolchain");
        return;
    }
    let uses = "//! AddressSanitizer: heap-use-after-free";
    let both = "//! ThreadSanitizer: silent\n//! AddressSanitizer: heap-use-after-free";
    let course = course(
        "sanitize_memory",
        &[("early", uses, true), ("kept", both, true)],
    );
    for (program, frees) in [("early", true), ("kept", false)] {
        let path = format!("lessons/01-race/sanitize/{program}.rs");
        let head = if frees { uses } else { both };
        let text = format!("{head}\n{FORGETFUL}const FREES: bool = {frees};\n");
        course.write(&path, &text);
    }
    let outcome = course.xtask(&["sanitize", "race"]);
    outcome.demand(
        1,
        &[
            "early has a heap-use-after-free, as declared",
            "READ of size 4 by thread T0: lessons/01-race/sanitize/early.rs:8:",
            "freed by thread T0",
            "kept is silent, as declared",
            "kept has a leak, but must have a heap-use-after-free",
            "FAILED: 1 program as declared, 1 not",
        ],
    );
}

#[test]
fn without_a_nightly_it_says_so_and_falls_short_of_nothing() {
    let course = course("sanitize_missing", &[]);
    let mut command = course.command(&["sanitize"]);
    // Nowhere to find rustup.
    command.env("PATH", env!("CARGO_TARGET_TMPDIR"));
    let outcome = crate::course::Outcome::of(command.output().expect("xtask starts"));
    outcome.demand(
        0,
        &[
            "SKIPPED: there is no nightly toolchain",
            "rustup toolchain install nightly",
        ],
    );
}
