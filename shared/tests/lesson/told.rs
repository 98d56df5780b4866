//! What a page says in numbers: mounted by the tests of the lessons that count.

use std::fs;
use std::path::Path;

/// Demands that a page of the book, by its path below `book/src`, says each of these.
#[track_caller]
pub fn demand_told(page: &str, sayings: &[String]) {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/src");
    let text = fs::read_to_string(book.join(page)).expect("the page is there");
    for saying in sayings {
        assert!(text.contains(saying), "{page} does not say {saying:?}");
    }
}
