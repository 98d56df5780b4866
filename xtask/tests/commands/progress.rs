//! The learner's progress is always one whole version, whoever is killed, and no command loses what another wrote.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::course::{Course, Outcome};
use crate::exercise::{answer, working};
use crate::faults::in_time;

const STATE: &str = ".progress/state.json";
const KILLS: usize = 1000;

/// How many hints of `name` are on record; the record always parses.
#[track_caller]
fn hints(course: &Course, name: &str) -> u64 {
    let Some(text) = course.read(STATE) else {
        return 0;
    };
    let state: Value = serde_json::from_str(&text).expect("the file is whole");
    state["exercises"][name]["hints"].as_u64().unwrap_or(0)
}

fn quiet(command: &mut Command) -> &mut Command {
    command.stdout(Stdio::null()).stderr(Stdio::null())
}

#[test]
fn no_hint_is_lost_among_many_commands_at_once() {
    let names: Vec<String> = (0..8).map(|number| format!("one_{number}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let course = Course::with_exercises("hammer", &names);
    let each_three_times = names.iter().cycle().take(3 * names.len());
    let start = |name: &&str| quiet(&mut course.command(&["hint", name])).spawn();
    let children: Vec<_> = each_three_times.map(start).collect();
    for child in children {
        let status = child.expect("xtask starts").wait().expect("xtask ends");
        assert!(status.success());
    }
    for name in names {
        assert_eq!(hints(&course, name), 3, "{name}");
    }
}

#[test]
fn a_thousand_kills_leave_a_whole_file_that_has_all_that_was_committed() {
    let course = Course::with_exercises("kills", &["first"]);
    let began = Instant::now();
    course.xtask(&["hint", "first"]).demand(0, &["hint 1 of 3"]);
    let whole = began.elapsed().as_micros().max(1000);
    let (mut kills, mut ends, mut committed) = (0, 0, 1);
    for round in 0u128.. {
        if committed == 3 {
            course.remove(STATE);
            committed = 0;
        }
        // Every moment of its run is met many times.
        let moment = u64::try_from(round * 37 % whole).expect("a run is short");
        let killed = hint_until(&course, Duration::from_micros(moment));
        let now = hints(&course, "first");
        let least = committed + u64::from(!killed);
        assert!(
            (least..=committed + 1).contains(&now),
            "round {round}: {now} hints after {committed}"
        );
        committed = now;
        *(if killed { &mut kills } else { &mut ends }) += 1;
        // Were all killed before they write, nothing would be shown.
        if kills >= KILLS && ends > 0 {
            break;
        }
    }
    course.xtask(&["hint", "first"]).demand(0, &["hint "]);
}

/// Takes a hint, and kills the command `after` it was started; whether that came before its end.
fn hint_until(course: &Course, after: Duration) -> bool {
    let child = quiet(&mut course.command(&["hint", "first"])).spawn();
    let mut child = child.expect("xtask starts");
    thread::sleep(after);
    child.kill().expect("it is killed, or has ended");
    child.wait().expect("it has ended").signal() == Some(9)
}

#[test]
fn a_damaged_file_is_set_aside_and_named() {
    let course = Course::with_exercises("damaged", &["first"]);
    for (number, damage) in [(1, "{\"exercises\": {\"first"), (2, "[]"), (3, "")] {
        course.write(STATE, damage);
        let outcome = course.xtask(&["list"]);
        let aside = format!("state.json.damaged.{number}");
        outcome.demand(
            0,
            &["state.json was damaged: your progress begins anew", &aside],
        );
        assert_eq!(
            course.read(&format!(".progress/{aside}")).as_deref(),
            Some(damage)
        );
        course.xtask(&["hint", "first"]).demand(0, &["hint 1 of 3"]);
    }
}

#[test]
fn what_another_version_of_the_course_wrote_is_kept() {
    let course = Course::with_exercises("unknown", &["first"]);
    course.write(
        STATE,
        "{\"exercises\": {\"later\": {\"hints\": 2, \"new\": [1]}}}",
    );
    course.xtask(&["hint", "first"]).demand(0, &[]);
    let state = course.read(STATE).expect("the file is there");
    let state: Value = serde_json::from_str(&state).expect("the file is whole");
    assert_eq!(state["exercises"]["later"]["new"][0], 1);
    assert_eq!(state["exercises"]["first"]["hints"], 1);
}

#[test]
fn where_progress_cannot_be_kept_the_verdict_is_shown_all_the_same() {
    let course = Course::with_exercises("unkept", &["first"]);
    course.answer("first", "2");
    // A file where the folder should be stops root as well.
    course.write(".progress", "in the way");
    let outcome = course.xtask(&["check", "first"]);
    outcome.demand(0, &["solved first", "note: your progress could not be "]);
    course
        .xtask(&["hint", "first"])
        .demand(0, &["hint 1 of 3", "could not be kept: cannot write in"]);
    fs::remove_file(course.path(".progress")).expect("it is out of the way");
}

#[test]
fn neither_blanks_in_the_path_nor_a_missing_home_matter() {
    let course = Course::with_exercises("wo ist der Schlüssel?", &["first"]);
    course.answer("first", "2");
    let mut command = course.command(&["check", "first"]);
    command.env_remove("HOME").current_dir("/");
    let outcome = in_time(10, || Outcome::of(command.output().expect("xtask starts")));
    outcome.demand(0, &["solved first"]);
    assert_eq!(course.read(&working("first")), Some(answer("first", "2")));
    course.xtask(&["list"]).demand(0, &["solved     first"]);
    course.xtask(&["bless"]).demand(0, &["written"]);
    course
        .xtask(&["check"])
        .demand(0, &["1 of 1 exercises solved by you"]);
}
