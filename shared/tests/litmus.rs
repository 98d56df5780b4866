//! The litmus table: what C11 allows, what the model shows in weak mode, and every difference by its name.

use shared::model::Mode;

#[allow(dead_code, reason = "each test binary uses a part")]
mod support;

use support::c11::Model;
use support::in_model::shows;
use support::litmus::Litmus;
use support::{classics, litmus};

/// Outcomes that C11 allows and weak mode never shows: the limits that `shared::model` states, one by one.
const HIDDEN: &[(&str, &str)] = &[
    // A load never sees a store that is made later.
    ("LB", "Relaxed"),
    // A store is the newest in modification order when it is made.
    ("2+2W", "Relaxed"),
    ("2+2W", "Release/Acquire"),
    // A store is made as a read-modify-write, and so carries on the release sequence that it overwrites.
    ("release sequence", "through another thread's Relaxed store"),
    ("release sequence", "through its own thread's Relaxed store"),
    // As 2+2W: the store that is made first would have to be the newer one.
    ("S", "Relaxed"),
    // A `SeqCst` access acts as if it stood between `SeqCst` fences.
    ("Z6.U", "SeqCst, one Release store, one Relaxed load"),
    ("SB+rfis", "Release stores, SeqCst loads"),
];

/// The same of tests with four threads.
const HIDDEN_OF_FOUR: &[(&str, &str)] = &[
    // As Z6.U.
    ("IRIW-acq-sc", "Acquire first loads, SeqCst the rest"),
];

/// Runs the tests that are `chosen`, and demands that what the model hides is this, and that it shows nothing that C11 forbids.
fn demand_hidden(expected: &[(&str, &str)], chosen: impl Fn(&Litmus) -> bool) {
    let (mut hidden, mut invented) = (Vec::new(), Vec::new());
    let tests = litmus::table().into_iter().chain(classics::all());
    for test in tests.filter(chosen) {
        let allowed = test.verdict.allows(Model::C11);
        let is_shown = shows(&test.program, Mode::Weak, &test.weak);
        println!("{}", row(&test, allowed, is_shown));
        match (allowed, is_shown) {
            (true, false) => hidden.push((test.name, test.orders)),
            (false, true) => invented.push((test.name, test.orders)),
            _ => {}
        }
    }
    assert_eq!(
        hidden, expected,
        "what C11 allows and the model hides has changed"
    );
    assert_eq!(
        invented,
        [],
        "what C11 forbids and the model shows has changed"
    );
}

/// Four threads take seconds for each test.
fn has_few_threads(test: &Litmus) -> bool {
    test.program.threads.len() < 4
}

#[test]
fn weak_mode_shows_what_c11_allows_but_for_the_limits_named_here() {
    demand_hidden(HIDDEN, has_few_threads);
}

#[test]
#[ignore = "takes half a minute; `.ci/run` runs it"]
fn weak_mode_shows_of_four_threads_what_c11_allows_but_for_the_limits_named_here() {
    demand_hidden(HIDDEN_OF_FOUR, |test| !has_few_threads(test));
}

fn row(test: &Litmus, allowed: bool, is_shown: bool) -> String {
    let word = |yes, word| if yes { word } else { "-" };
    format!(
        "{:<16} {:<32} {:<8} {}",
        test.name,
        test.orders,
        word(allowed, "allowed"),
        word(is_shown, "shown")
    )
}

#[test]
fn interleaving_mode_shows_none_of_the_weak_outcomes() {
    // The law is the same for few threads.
    let tests = litmus::table().into_iter().chain(classics::all());
    for test in tests.filter(has_few_threads) {
        let is_shown = shows(&test.program, Mode::Interleaving, &test.weak);
        assert!(!is_shown, "{}, {}: {}", test.name, test.orders, test.weak);
    }
}
