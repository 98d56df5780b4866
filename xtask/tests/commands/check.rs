//! `check`: what is well passes in few lines, and what is not is named.

use crate::course::{Course, RECORD, RED};

/// Every way in which a test can end otherwise than it should, and two in which it may.
const ENDINGS: &str = r#"
#[test]
fn as_recorded() {
    panic!("an update is lost");
}
#[test]
fn as_recorded_after_a_panic_that_was_caught() {
    let _ = std::thread::spawn(|| panic!("in a child")).join();
    let _ = std::panic::catch_unwind(|| panic!("on the way"));
    panic!("an update is lost");
}
#[test]
fn otherwise() {
    panic!("first\nthis is new\nlast");
}
#[test]
fn unrecorded() {
    panic!("nobody has seen this yet");
}
#[test]
fn passing() {}
#[test]
fn aborting() {
    eprintln!("about to abort");
    std::process::abort();
}
#[test]
fn exiting() {
    std::process::exit(0);
}
#[test]
#[ignore]
fn ignored() {}
#[test]
fn erring() -> Result<(), String> {
    Err("no panic".into())
}
"#;

#[test]
fn a_course_that_is_well_passes_in_few_lines() {
    let course = Course::with_failing("well", RED);
    course.write("lessons/01-race/tests/snapshots/red.txt", RECORD);
    course.write(
        "lessons/01-race/src/lib.rs",
        "/// ```\n/// assert!(true);\n/// ```\npub fn f() {}\n",
    );
    course.write(
        "lessons/01-race/tests/laws.rs",
        "#[test]\nfn no_update_is_lost() {\n    println!(\"noise\");\n}\n",
    );
    let outcome = course.xtask(&["check"]);
    outcome.demand(0, &["01-race\n", "2 tests passed", "red fails as recorded"]);
    outcome.demand(
        0,
        &["ok: 1 lesson: 2 tests passed, 1 failing test failed as recorded, in "],
    );
    outcome.forbid(&["noise", "\x1b"]);
    assert_eq!(outcome.stderr, "");
}

#[test]
fn the_memory_orderings_that_no_law_refutes_are_shown_with_the_reason() {
    let course = Course::with_failing("orderings", RED);
    course.write("lessons/01-race/tests/snapshots/red.txt", RECORD);
    course.write(
        "lessons/01-race/tests/orderings.rs",
        "#[test]\nfn accounted_for() {\n    println!(\"ordering refuted: a.rs:1\");\n    \
         println!(\"ordering listed: b.rs: fence(SeqCst) as AcqRel: why\");\n}\n",
    );
    let outcome = course.xtask(&["check"]);
    let line = "1 of 2 weakened orderings refuted; the model cannot see:";
    outcome.demand(0, &[line, "b.rs: fence(SeqCst) as AcqRel: why"]);
    let listed = r#""listed": ["#;
    course
        .xtask(&["check", "--json"])
        .demand(0, &[listed, r#""refuted": 1"#]);
}

#[test]
fn each_wrong_ending_is_named() {
    let course = Course::with_failing("endings", ENDINGS);
    for test in [
        "as_recorded",
        "as_recorded_after_a_panic_that_was_caught",
        "passing",
        "aborting",
        "gone",
    ] {
        course.write(
            &format!("lessons/01-race/tests/snapshots/{test}.txt"),
            RECORD,
        );
    }
    course.write(
        "lessons/01-race/tests/snapshots/otherwise.txt",
        "first\r\nthis was old\r\nlast\r\n",
    );
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &["as_recorded fails as recorded", "caught fails as recorded"],
    );
    outcome.demand(1, &["otherwise fails otherwise than recorded"]);
    outcome.demand(1, &["from line 2:\n           - this was old\n           + this is new\n           its record"]);
    outcome.demand(
        1,
        &["its record: lessons/01-race/tests/snapshots/otherwise.txt"],
    );
    outcome.demand(1, &["if this is intended: cargo xtask bless race"]);
    outcome.demand(
        1,
        &[
            "unrecorded fails, but no failure is recorded",
            "nobody has seen this yet",
        ],
    );
    outcome.demand(1, &["passing passes, but must fail"]);
    outcome.demand(
        1,
        &[
            "aborting ends without a verdict (signal: 6 (SIGABRT))",
            "about to abort",
        ],
    );
    outcome.demand(1, &["exiting ends without a verdict (exit status: 0)"]);
    outcome.demand(1, &["ignored ends without a verdict (exit status: 0)"]);
    outcome.demand(1, &["erring fails without a panic of its own"]);
    outcome.demand(
        1,
        &["lessons/01-race/tests/snapshots/gone.txt records no test of tests/failing.rs"],
    );
    outcome.demand(
        1,
        &["2 failing tests failed as recorded, 7 did not, 1 other error"],
    );
}

#[test]
fn the_output_of_a_failing_suite_is_shown() {
    let course = Course::with_failing("suite", RED);
    course.write("lessons/01-race/tests/snapshots/red.txt", RECORD);
    let laws = "#[test]\nfn holds() {}\n#[test]\nfn breaks() {\n    println!(\"evidence\");\n    panic!(\"no\");\n}\n";
    course.write("lessons/01-race/tests/laws.rs", laws);
    let outcome = course.xtask(&["check", "race"]);
    outcome.demand(
        1,
        &[
            "FAILED",
            "1 test passed, 1 failed",
            "breaks",
            "evidence",
            "red fails as recorded",
        ],
    );
    outcome.forbid(&["holds"]);
}

#[test]
fn what_does_not_compile_is_shown_as_cargo_says_it_and_spares_the_others() {
    let course = Course::with_failing("compile", RED);
    course.write(
        "lessons/01-race/src/lib.rs",
        "pub fn f() -> u8 {\n    \"text\"\n}\n",
    );
    course.lesson("02-lock", "lock", crate::course::RED_ON_PURPOSE);
    course.write("lessons/02-lock/tests/failing.rs", RED);
    course.write("lessons/02-lock/tests/snapshots/red.txt", RECORD);
    let outcome = course.xtask(&["check"]);
    outcome.demand(
        1,
        &[
            "does not compile",
            "error[E0308]: mismatched types",
            "lessons/01-race/src/lib.rs:2:5",
        ],
    );
    outcome.demand(1, &["02-lock", "red fails as recorded"]);
}
