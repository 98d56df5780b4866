//! A store buffer is shown with what waits in it, and a flush is a move of its own.

use crate::page::Reader;

const PAGE: &str = "03-atomic/why.html";
const FIGURE: &str = "#atomic-store-buffering";

/// What the figure shows of a name, as `x` or `A.buffer`.
#[track_caller]
fn shown(reader: &Reader, name: &str) -> String {
    let css = format!("{FIGURE} .stage [data-name='{name}']");
    reader.find(&css).text()
}

#[track_caller]
fn click(reader: &Reader, letter: char) {
    let css = format!("{FIGURE} button[data-letter='{letter}']");
    reader.find(&css).click();
}

#[test]
fn a_store_waits_in_the_buffer_until_it_is_flushed() {
    let Some(reader) = Reader::start() else {
        return;
    };
    reader.open(PAGE);
    reader.find(&format!("{FIGURE} button.skip")).click();
    let seen = || ["x", "A.buffer"].map(|name| shown(&reader, name));
    assert_eq!(seen(), ["0", "empty"]);
    click(&reader, 'A');
    assert_eq!(seen(), ["0", "x ← 1"]);
    click(&reader, 'a');
    assert_eq!(seen(), ["1", "empty"]);
    let said = reader.find(&format!("{FIGURE} .status")).text();
    assert!(
        said.starts_with("Thread A: a store reaches memory."),
        "{said}"
    );
    reader.demand_quiet();
}

#[test]
fn a_flush_has_a_key_of_its_own() {
    let Some(reader) = Reader::start() else {
        return;
    };
    reader.open(PAGE);
    reader.find(&format!("{FIGURE} button.skip")).click();
    reader.press(['2', '4']);
    assert_eq!(reader.find(&format!("{FIGURE} .token")).text(), "Bb");
    assert_eq!(shown(&reader, "y"), "1");
}
