//! mdBook's arrow keys turn the page; inside a figure they must not, and outside they still do.

use std::fs;

use crate::driver::Browser;
use crate::keys::{LEFT, RIGHT};
use crate::page::{Reader, build, figures};

/// Presses the arrows on the first move of every figure; returns the first page that was left so.
fn left_from_inside(reader: &Reader) -> Option<String> {
    let leaves = |(page, ids): &(String, Vec<String>)| {
        reader.open(page);
        ids.iter().any(|id| {
            reader.find(&format!("#{id} button.skip")).click();
            reader.press([RIGHT, LEFT, RIGHT]);
            settle(reader);
            reader.shown() != *page
        })
    };
    figures().into_iter().find(leaves).map(|(page, _)| page)
}

/// Waits until a change of page that was asked for has been made: the next command finds the page loaded.
fn settle(browser: &Browser) {
    let later = "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done));";
    // If the page goes away meanwhile, so does the script: then the change has been made.
    let _ = browser.try_command(
        "execute/async",
        serde_json::json!({ "script": later, "args": [] }),
    );
}

#[test]
fn arrows_inside_a_figure_do_not_leave_the_chapter() {
    let Some(reader) = Reader::start() else {
        return;
    };
    assert_eq!(left_from_inside(&reader), None);
    reader.demand_quiet();
}

#[test]
fn arrows_outside_a_figure_turn_the_page() {
    let Some(reader) = Reader::start() else {
        return;
    };
    let (page, _) = figures().remove(0);
    reader.open(&page);
    reader.press([RIGHT]);
    settle(&reader);
    assert_ne!(reader.shown(), page);
}

#[test]
fn a_figure_that_lets_its_keys_out_is_found() {
    let book = build("leak");
    let is_script = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("figure") && name.ends_with(".js")
    };
    let files = fs::read_dir(book.join("theme")).expect("the theme was copied");
    let script = files
        .map(|file| file.expect("it can be read").path())
        .find(is_script);
    let script = script.expect("the page's script was copied");
    let text = fs::read_to_string(&script).expect("the script is text");
    let leaking = text.replace("event.stopPropagation();", "");
    assert_ne!(
        leaking, text,
        "the script has changed: plant the fault anew"
    );
    fs::write(script, leaking).expect("the fault is planted");
    let Some(reader) = Reader::of(&book) else {
        return;
    };
    assert!(left_from_inside(&reader).is_some());
}
