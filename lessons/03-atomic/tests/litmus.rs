//! The litmus gallery: the weak outcome of each shape is shown by the strengths that allow it, and by no interleaving.

use atomic::model::litmus::{Fenced, Litmus, Publishing, Strength, Weakest, gallery, run};
use shared::model::{Mode, check, outcomes};

fn shows(test: &Litmus) -> bool {
    let test = test.clone();
    check(Mode::Weak, move || assert_ne!(run(&test), test.weak)).is_err()
}

/// Names the shapes whose weak outcome is shown.
fn shown<S: Strength>() -> Vec<&'static str> {
    let shown = gallery::<S>().into_iter().filter(shows);
    shown.map(|test| test.name).collect()
}

// ANCHOR: shown
#[test]
fn weak_memory_shows_what_the_orderings_allow() {
    assert_eq!(shown::<Weakest>(), ["SB", "MP", "WRC", "IRIW"]);
    assert_eq!(shown::<Publishing>(), ["SB", "IRIW"]);
    assert!(shown::<Fenced>().is_empty());
}
// ANCHOR_END: shown

// ANCHOR: beyond
#[test]
fn what_c11_allows_beyond_the_model_is_named() {
    let beyond = |tests: [Litmus; 7]| {
        let tests = tests.into_iter().filter(|test| test.is_beyond_the_model);
        tests.map(|test| test.name).collect::<Vec<_>>()
    };
    assert_eq!(beyond(gallery::<Weakest>()), ["LB", "2+2W"]);
    assert_eq!(beyond(gallery::<Publishing>()), ["2+2W"]);
    assert!(beyond(gallery::<Fenced>()).is_empty());
}
// ANCHOR_END: beyond

/// Two values in each place of an outcome; all combinations but one.
#[test]
fn the_weak_outcome_is_the_only_one_that_no_interleaving_gives() {
    for test in gallery::<Weakest>() {
        let (weak, places) = (test.weak, test.weak.len() as u32);
        let given = outcomes(Mode::Interleaving, move || run(&test)).expect("it does not fail");
        assert!(!given.contains(weak), "{weak:?}");
        assert_eq!(given.len(), 2_usize.pow(places) - 1, "{given:?}");
    }
}
