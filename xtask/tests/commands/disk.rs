//! A disk that takes nothing, read-only or full, costs no verdict that can be had, and nothing that was kept.

use std::process::{Command, Stdio};

use crate::course::{Course, Outcome};
use crate::exercise::{answer, working};
use crate::faults::in_time;

const STATE: &str = ".progress/state.json";
/// What is kept before the disk is full.
const KEPT: &str = "{\"exercises\": {\"first\": {\"hints\": 2}}}";
const FULL: &str = "No space left on device";

/// Makes mounts for one command, runs it there, and shows what progress and answer are then.
const SCRIPT: &str = r#"
mounts=$1
shift
cd "$0"
eval "$mounts"
"$@" || code=$?
for file in .progress/state.json lessons/01-race/exercises/examples/first.rs; do
    test ! -e "$0/$file" || cat "$0/$file"
done
exit ${code:-0}
"#;

/// Runs `words` where `mounts` are made for this command alone; `None` where that is not allowed.
#[track_caller]
fn mounted(course: &Course, mounts: &str, words: &[&str]) -> Option<Outcome> {
    let can = Command::new("unshare").args(["--mount", "true"]).output();
    if !can.is_ok_and(|output| output.status.success()) {
        eprintln!("not run: mounting is not allowed here");
        return None;
    }
    let xtask = course.command(words);
    let mut command = Command::new("unshare");
    command.args(["--mount", "sh", "-e", "-c", SCRIPT]);
    command.arg(course.path("")).arg(mounts);
    command.arg(xtask.get_program()).args(xtask.get_args());
    let vars = xtask
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)));
    command.envs(vars).stdin(Stdio::null());
    Some(in_time(10, || {
        Outcome::of(command.output().expect("unshare starts"))
    }))
}

#[test]
fn a_read_only_tree_gives_verdicts() {
    let course = Course::with_exercises("read_only", &["first"]);
    course.answer("first", "3");
    course
        .xtask(&["check", "first"])
        .demand(1, &["refused first"]);
    course.answer("first", "2");
    // The target directory stays as it is: a learner's may lie elsewhere, and Cargo needs one.
    let mounts = "mount --bind . . && mount --bind target target && mount -o remount,ro,bind .";
    let Some(outcome) = mounted(&course, mounts, &["check", "first"]) else {
        return;
    };
    outcome.demand(
        0,
        &["solved first", "could not be kept", "Read-only file system"],
    );
    let hint = mounted(&course, mounts, &["hint", "first"]).expect("it was possible before");
    hint.demand(0, &["hint 1 of 3", "Read-only file system"]);
    assert_eq!(course.read(&working("first")), Some(answer("first", "2")));
}

#[test]
fn a_full_disk_costs_no_verdict_and_nothing_that_was_kept() {
    let course = Course::with_exercises("full", &["first"]);
    course.answer("first", "2");
    course.write(STATE, KEPT);
    let mounts = "kept=$(cat .progress/state.json) && mount -t tmpfs -o size=16k tmpfs .progress && \
                  printf %s \"$kept\" >.progress/state.json && \
                  (cat /dev/zero >.progress/zeros 2>/dev/null || true)";
    let Some(outcome) = mounted(&course, mounts, &["check", "first"]) else {
        return;
    };
    outcome.demand(0, &["solved first", "could not be kept", FULL, KEPT]);
    let hint = mounted(&course, mounts, &["hint", "first"]).expect("it was possible before");
    hint.demand(0, &["hint 3 of 3", FULL, KEPT]);
}

#[test]
fn a_disk_that_is_full_everywhere_is_named_and_nothing_is_lost() {
    let course = Course::with_exercises("full_everywhere", &["first"]);
    course.answer("first", "3");
    course
        .xtask(&["check", "first"])
        .demand(1, &["refused first"]);
    course.answer("first", "2 // mine");
    course.write(STATE, KEPT);
    let mounts = "full=$(mktemp -d) && mount -t tmpfs -o size=64m tmpfs \"$full\" && \
                  cp -a Cargo.* lessons target .progress \"$full\" && mount --bind \"$full\" . && \
                  umount \"$full\" && rmdir \"$full\" && \
                  (cat /dev/zero >\"$0/zeros\" 2>/dev/null || true)";
    let mine = answer("first", "2 // mine");
    for (words, code) in [
        (&["check", "first"][..], 1),
        (&["hint", "first"], 0),
        (&["reset", "first"], 1),
    ] {
        let Some(outcome) = mounted(&course, mounts, words) else {
            return;
        };
        outcome.demand(code, &[FULL, KEPT, &mine]);
    }
}
