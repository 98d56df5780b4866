//! What only a process of its own can show: what is printed, and what ends it.

use shared::model::sync::Mutex;
use shared::model::sync::atomic::{AtomicBool, Ordering::SeqCst};
use shared::model::{Mode, check, hint};
use std::env;
use std::process::Command;

/// Names, for a process that these tests start, what it is to do.
const TASK: &str = "MODEL_TYPES_TASK";

/// Has a process of its own do a task; returns whether it ended well, and what it wrote.
fn run(task: &str) -> (bool, String) {
    let test = env::current_exe().expect("a test has a path");
    let output = Command::new(test)
        .args(["--exact", "processes::tasks", "--nocapture"])
        .env(TASK, task)
        .env("RUST_BACKTRACE", "0")
        .output()
        .expect("a test can be started");
    let written = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), written)
}

/// Does what another of these tests asks for, in its own process; asked for nothing it does nothing.
#[test]
fn tasks() {
    match env::var(TASK).as_deref() {
        Ok("fail a check") => assert!(check(Mode::Weak, || panic!("inside")).is_err()),
        Ok("panic after a check") => {
            assert!(check(Mode::Weak, || panic!("inside")).is_err());
            panic!("outside");
        }
        Ok("overflow the stack") => {
            let found = check(Mode::Weak, overflows).expect_err("64 KiB are too many");
            assert!(
                found.failure().message.contains("overflowed its stack"),
                "{found}"
            );
        }
        Ok("lock twice") => _ = check(Mode::Weak, locks_again_in_a_drop),
        Ok("wait in a drop") => _ = check(Mode::Weak, waits_in_a_drop),
        Ok("panic in a drop") => _ = check(Mode::Weak, panics_in_a_drop),
        _ => {}
    }
}

/// Runs a closure when dropped.
struct OnDrop<F: Fn()>(F);

impl<F: Fn()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn overflows() {
    let large = std::hint::black_box([0_u8; 64 * 1024]);
    assert_eq!(large[0], 0);
}

fn locks_again_in_a_drop() {
    let till = Mutex::new(0);
    let _till = till.lock().unwrap();
    let _locks = OnDrop(|| *till.lock().unwrap() += 1);
    panic!("the failure");
}

fn waits_in_a_drop() {
    let ready = AtomicBool::new(false);
    let _waits = OnDrop(|| {
        while !ready.load(SeqCst) {
            hint::spin_loop();
        }
    });
    panic!("the failure");
}

fn panics_in_a_drop() {
    let _panics = OnDrop(|| panic!("the second"));
    panic!("the failure");
}

#[test]
fn a_check_that_fails_prints_nothing() {
    assert_eq!(run("fail a check"), (true, String::new()));
}

#[test]
fn a_panic_after_a_check_is_printed_as_ever() {
    let (ended_well, written) = run("panic after a check");
    assert!(!ended_well);
    assert!(
        written.contains("outside") && !written.contains("inside"),
        "{written}"
    );
}

#[test]
fn a_value_too_large_for_the_stack_is_a_failure_like_others() {
    let (ended_well, written) = run("overflow the stack");
    assert!(ended_well, "{written}");
}

#[test]
fn where_the_program_would_hang_or_abort_the_process_ends_in_plain_words() {
    for (task, words) in [
        ("lock twice", "locks what its own thread holds, at "),
        ("wait in a drop", "waits in a loop while a failure unwinds"),
        (
            "panic in a drop",
            "a `Drop` panicked while a failure unwound",
        ),
    ] {
        let (ended_well, written) = run(task);
        assert!(!ended_well, "{task}");
        assert!(written.contains(words), "{task}: {written}");
        assert!(written.contains("the failure"), "{task}: {written}");
    }
}
