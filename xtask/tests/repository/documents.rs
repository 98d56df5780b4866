//! The JSON documents that the book's page for teachers shows are what a beginner's commands print.

use crate::copy::{repository, xtask};

#[test]
fn the_documents_in_the_book_are_those_of_a_fresh_copy() {
    let copy = repository();
    let commands: [(&str, &[&str]); 2] = [
        ("list.json", &["list", "--json"]),
        ("check.json", &["check", "double_sale", "--json"]),
    ];
    for (document, words) in commands {
        let shown = copy.read(&format!("book/measured/{document}"));
        let printed = xtask(&copy, words).stdout;
        assert_eq!(
            shown.as_deref(),
            Some(&*printed),
            "bash book/class/documents.sh writes it anew"
        );
    }
}
