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
    ("IRIW-acq-sc", "Acquire first loads, SeqCst the rest"),
    ("Z6.U", "SeqCst, one Release store, one Relaxed load"),
    ("SB+rfis", "Release stores, SeqCst loads"),
];

/// Outcomes that C11 forbids and weak mode shows.
const INVENTED: &[(&str, &str)] = &[];

#[test]
fn weak_mode_shows_what_c11_allows_but_for_the_limits_named_here() {
    let (mut hidden, mut invented) = (Vec::new(), Vec::new());
    for test in litmus::table().iter().chain(&classics::all()) {
        let allowed = test.verdict.allows(Model::C11);
        let is_shown = shows(&test.program, Mode::Weak, &test.weak);
        println!("{}", row(test, allowed, is_shown));
        match (allowed, is_shown) {
            (true, false) => hidden.push((test.name, test.orders)),
            (false, true) => invented.push((test.name, test.orders)),
            _ => {}
        }
    }
    assert_eq!(
        hidden, HIDDEN,
        "what C11 allows and the model hides has changed"
    );
    assert_eq!(
        invented, INVENTED,
        "what C11 forbids and the model shows has changed"
    );
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
    // IRIW has four threads, which take seconds; and the law is the same for fewer.
    for test in litmus::table()
        .iter()
        .chain(&classics::all())
        .filter(|test| test.program.threads.len() < 4)
    {
        let is_shown = shows(&test.program, Mode::Interleaving, &test.weak);
        assert!(!is_shown, "{}, {}: {}", test.name, test.orders, test.weak);
    }
}
