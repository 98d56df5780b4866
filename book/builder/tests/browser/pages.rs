//! Every page of the book opens without a complaint, and asks for nothing that is not the book's own.

use serde_json::json;

use crate::page::{Reader, pages};

#[test]
fn every_page_opens_in_peace() {
    let Some(reader) = Reader::start() else {
        return;
    };
    for page in pages() {
        reader.open(&page);
        let title = reader.script(
            "return document.querySelector('main h1')?.textContent ?? ''",
            json!([]),
        );
        let is_headed = title.as_str().is_some_and(|title| !title.is_empty());
        assert!(is_headed, "{page} has no heading");
    }
    reader.demand_quiet();
}

#[test]
fn what_is_searched_is_found() {
    let Some(reader) = Reader::start() else {
        return;
    };
    reader.open("glossary.html");
    reader.press(['s']);
    reader.press("interleaving".chars());
    let found = "const done = arguments[0];
        const look = () => document.querySelector('#mdbook-searchresults li, #searchresults li') ? done(true) : setTimeout(look, 50);
        look();";
    let found = reader.command("execute/async", json!({ "script": found, "args": [] }));
    assert_eq!(found, true);
}
