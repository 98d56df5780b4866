//! What is too large for a page is refused, with what to do about it.

use crate::cases;
use shared::explore::{Program, work};
use shared::figure::{Figure, MOST_BYTES, MOST_STATES, Unfit};
use std::fs;
use std::path::Path;

#[test]
fn more_states_than_an_eye_can_follow_are_refused() {
    let refused = cases::philosophers(4)
        .draw()
        .expect_err("there are 543 states");
    let figure = "case/philosophers".to_owned();
    assert_eq!(refused, Unfit::TooManyStates { figure });
    let told = refused.to_string();
    assert!(
        told.contains(&MOST_STATES.to_string()) && told.contains("take fewer threads or steps"),
        "{told}"
    );
}

#[test]
fn a_fragment_larger_than_a_page_should_load_is_refused() {
    let long = "x".repeat(MOST_BYTES);
    let program = Program::new().thread([work(&long)]);
    let figure = Figure {
        program,
        goal: cases::one_order().goal,
        ..cases::one_order()
    };
    let refused = figure
        .draw()
        .expect_err("its one step alone fills a fragment");
    let Unfit::TooLarge { bytes, .. } = refused else {
        panic!("{refused}")
    };
    assert!(bytes > MOST_BYTES && refused.to_string().contains("keep fewer registers"));
}

#[test]
fn the_page_for_authors_tells_both_limits() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/src/authors.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let kilobytes = MOST_BYTES / 1_000;
    let said = format!(
        "At most {MOST_STATES} states are drawn, and a fragment has at most {kilobytes} kB."
    );
    assert!(page.contains(&said), "{said}");
}

#[test]
fn the_figures_that_a_page_may_hold_are_within_the_limits() {
    for figure in cases::all() {
        let size = figure.draw().expect("it can be drawn").to_string().len();
        assert!(size <= MOST_BYTES, "{}: {size}", figure.path());
    }
}
