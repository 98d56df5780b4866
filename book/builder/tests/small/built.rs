//! Faults that show in the built book.

use crate::copy::{Copy, demand};

const FIRST: &str = "book/src/first.md";
const WHY: &str = "book/src/second/why.md";
const FIGURE: &str = "book/figures/small/figure.html";
const STYLE: &str = "book/theme/figure.css";

#[test]
fn a_broken_link_and_a_broken_fragment_are_found() {
    let copy = Copy::new("broken-links");
    copy.replace(FIRST, "#because", "#becuase");
    copy.replace(WHY, "(index.md)", "(../third.md)");
    demand(
        &copy.built(),
        &[
            "book/src/first.md:3: the link finds no place `#becuase` on second/why.html",
            "book/src/second/why.md:5: the link finds no page third.html",
        ],
    );
}

#[test]
fn an_id_that_stands_twice_in_the_book_is_found() {
    let copy = Copy::new("twice");
    copy.append(WHY, "\n<p id=\"small-figure\">Again.</p>\n");
    demand(
        &copy.built(),
        &["book/src/second/why.md:11: the id `small-figure` also stands on the page first.md"],
    );
}

#[test]
fn a_figure_shown_on_two_pages_is_found() {
    let copy = Copy::new("shown-twice");
    copy.append(WHY, "\n{{#include ../../figures/small/figure.html}}\n");
    demand(
        &copy.built(),
        &[
            "book/figures/small/figure.html:1: the id `small-figure` also stands on the page first.md",
            "book/figures/small/figure.html:4: the id `small-figure-title` also stands on the page first.md",
        ],
    );
}

#[test]
fn a_reference_to_no_id_is_found() {
    let copy = Copy::new("dangling");
    copy.replace(FIGURE, "<title id=\"small-figure-title\">", "<title>");
    let found = copy.built();
    let place = "book/figures/small/figure.html:3: ";
    assert!(
        found.iter().any(|one| one.to_string().starts_with(place)),
        "{found:?}"
    );
}

#[test]
fn what_a_page_or_the_style_loads_from_elsewhere_is_found() {
    let copy = Copy::new("outside");
    copy.append(WHY, "\n![A picture](https://example.org/a.png)\n");
    copy.append(STYLE, "@import url(\"https://example.org/a.css\");\n");
    let found = copy.built();
    let expected = [
        "book/src/second/why.md:11: <img> loads https://example.org/a.png",
        "book/theme/figure.css:12: the style loads from elsewhere: @import url(\"https://example.org/a.css\");",
    ];
    for expected in expected {
        let is_told = found
            .iter()
            .any(|one| one.to_string().starts_with(expected));
        assert!(is_told, "{expected} is not among {found:#?}");
    }
}

#[test]
fn a_low_contrast_is_found_in_its_theme() {
    let copy = Copy::new("contrast");
    copy.replace(STYLE, "#5a5a54", "#b0b0a8");
    demand(
        &copy.built(),
        &[
            "book/theme/figure.css:3: --figure-edge on --bg has a contrast of 1.66 (theme rust)",
            "book/theme/figure.css:3: --figure-edge on --figure-paper has a contrast of 2.18 (theme rust)",
        ],
    );
}

#[test]
fn a_low_contrast_that_shows_only_without_javascript_is_found() {
    let copy = Copy::new("no-script");
    let rule = "html:not(.js) { --figure-paper: #1c2023;";
    copy.replace(STYLE, rule, "html:not(.js) { --figure-paper: #c0c6cc;");
    demand(
        &copy.built(),
        &[
            "book/theme/figure.css:5: --figure-edge on --figure-paper has a contrast of 1.66 (without JavaScript, dark)",
            "book/theme/figure.css:5: --figure-text on --figure-paper has a contrast of 1.21 (without JavaScript, dark)",
        ],
    );
}
