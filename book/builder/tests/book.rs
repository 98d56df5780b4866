//! The book itself has none of the faults that the checks look for.

use std::path::Path;

use book::build::build;
use book::check;
use book::finding::Finding;
use book::sources::Sources;

#[test]
fn the_book_has_no_fault() {
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    let book = book
        .parent()
        .expect("the builder lies in the book's folder");
    let sources = Sources::read(book).expect("the book can be read");
    let mut findings = check::sources(&sources);
    let destination = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole-book");
    let site =
        build(book, &destination).unwrap_or_else(|error| panic!("{}\n{error:#}", list(&findings)));
    findings.extend(check::site(&sources, &site));
    assert!(
        findings.is_empty(),
        "{} findings:\n{}",
        findings.len(),
        list(&findings)
    );
}

fn list(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(|finding| format!("{finding}\n"))
        .collect()
}
