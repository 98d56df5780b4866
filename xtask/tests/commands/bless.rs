//! `bless`: records what fails, removes what is gone, refuses the rest.

use crate::course::{Course, RECORD, RED, RED_ON_PURPOSE};

const RECORDS: &str = "lessons/01-race/tests/snapshots";

#[test]
fn what_was_blessed_is_as_recorded() {
    let course = Course::with_failing("bless", &format!("{RED}mod deeper {{\n{RED}}}\n"));
    course.write(&format!("{RECORDS}/gone.txt"), "old");
    course.write(&format!("{RECORDS}/red.txt"), "old");
    let outcome = course.xtask(&["bless", "race"]);
    outcome.demand(
        0,
        &[
            "changed  red",
            "recorded deeper::red",
            "removed  lessons/01-race/tests/snapshots/gone.txt",
        ],
    );
    outcome.demand(0, &["ok: 3 records changed"]);
    assert_eq!(
        course.read(&format!("{RECORDS}/red.txt")).as_deref(),
        Some(RECORD)
    );
    assert_eq!(
        course.read(&format!("{RECORDS}/deeper.red.txt")).as_deref(),
        Some(RECORD)
    );
    assert_eq!(course.read(&format!("{RECORDS}/gone.txt")), None);
    course
        .xtask(&["check"])
        .demand(0, &["2 failing tests failed as recorded"]);
    course
        .xtask(&["bless"])
        .demand(0, &["ok: 0 records changed"]);
}

#[test]
fn a_test_that_does_not_fail_as_a_test_does_is_not_recorded() {
    let tests =
        "#[test]\nfn passing() {}\n#[test]\nfn aborting() {\n    std::process::abort();\n}\n";
    let course = Course::with_failing("bless_refused", tests);
    let outcome = course.xtask(&["bless"]);
    outcome.demand(
        1,
        &[
            "passing passes, but must fail",
            "aborting ends without a verdict",
        ],
    );
    outcome.demand(1, &["0 records changed, 2 tests not recorded"]);
    assert_eq!(course.read(&format!("{RECORDS}/passing.txt")), None);
}

#[test]
fn only_the_lessons_named_are_blessed() {
    let course = Course::with_failing("bless_one", RED);
    course.lesson("02-lock", "lock", RED_ON_PURPOSE);
    course.write("lessons/02-lock/tests/failing.rs", RED);
    course
        .xtask(&["bless", "02-lock"])
        .demand(0, &["1 record changed"]);
    assert_eq!(course.read(&format!("{RECORDS}/red.txt")), None);
}

/// A test that draws two figures, or says that they are stale.
const FIGURES: &str = r#"#[test]
fn figures() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/figures/race");
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.html"), "a\n").unwrap();
        std::fs::write(folder.join("b.html"), "b\n").unwrap();
        let _ = std::fs::remove_file(folder.join("gone.html"));
    }
    assert_eq!(std::fs::read_to_string(folder.join("a.html")).unwrap_or_default(), "a\n", "stale");
}
"#;

#[test]
fn the_books_figures_are_drawn_anew_where_a_lesson_has_them() {
    let course = Course::with_failing("bless_figures", RED);
    course.write("lessons/01-race/tests/figures.rs", FIGURES);
    course.write("book/figures/race/b.html", "old");
    course.write("book/figures/race/gone.html", "old");
    course.xtask(&["bless", "race"]).demand(
        0,
        &[
            "recorded book/figures/race/a.html",
            "changed  book/figures/race/b.html",
            "removed  book/figures/race/gone.html",
            "ok: 4 records changed",
        ],
    );
    let again = course.xtask(&["bless", "race"]);
    again.demand(0, &["the book's figures are as drawn", "0 records changed"]);
    course
        .xtask(&["check", "race"])
        .demand(0, &["1 test passed"]);
    course.write("book/figures/race/a.html", "old");
    course
        .xtask(&["check", "race"])
        .demand(1, &["stale", "1 failed"]);
}

#[test]
fn figures_that_cannot_be_drawn_are_told() {
    let course = Course::with_failing("bless_figures_refused", RED);
    course.write(
        "lessons/01-race/tests/figures.rs",
        "#[test]\nfn figures() {\n    panic!(\"too many states\");\n}\n",
    );
    course
        .xtask(&["bless"])
        .demand(1, &["the figures are not drawn", "too many states"]);
}
