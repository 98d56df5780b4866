//! Where hints and verdicts send a learner: each page that they name must be there, and each heading on it.

use std::fs;
use std::path::Path;

/// How pages are named, below the root.
const BOOK: &str = "book/src/";

/// Says of each page and heading that `hints` name and the book does not have.
pub fn nowhere(root: &Path, hints: &str) -> Vec<String> {
    let lost = named(hints).into_iter();
    lost.flat_map(|(page, headings)| missing(root, page, &headings))
        .collect()
}

/// Says of a page, and of each of its `headings`, that the book does not have it; without a book there is none to look for.
pub fn missing(root: &Path, page: &str, headings: &[&str]) -> Vec<String> {
    if !root.join(BOOK).is_dir() {
        return Vec::new();
    }
    let Ok(text) = fs::read_to_string(root.join(page)) else {
        return vec![format!("sends to a page that is not there: {page}")];
    };
    let known: Vec<_> = text.lines().filter_map(heading).collect();
    let unknown = headings.iter().filter(|heading| !known.contains(*heading));
    unknown
        .map(|heading| format!("names a heading that {page} does not have: {heading:?}"))
        .collect()
}

/// The pages in a text, each with the headings that are named behind it on its line: `` `book/src/page.md`, "Heading" ``.
fn named(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut pages: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        let mut is_behind_a_page = false;
        for (number, piece) in line.split('`').enumerate() {
            if number % 2 == 1 && piece.starts_with(BOOK) {
                pages.push((piece, Vec::new()));
                is_behind_a_page = true;
            } else if let Some((_, headings)) = pages.last_mut().filter(|_| is_behind_a_page) {
                headings.extend(piece.split('"').skip(1).step_by(2));
            }
        }
    }
    pages
}

fn heading(line: &str) -> Option<&str> {
    let text = line.strip_prefix('#')?.trim_start_matches('#').trim();
    Some(text.split_once(" {#").map_or(text, |(text, _)| text))
}

#[cfg(test)]
mod tests {
    use super::{heading, named};

    #[test]
    fn headings_are_those_named_behind_a_page() {
        let text = "\"No heading\" here.\nSee `book/src/a.md`, \"One\" and \"Two\", and `book/src/b.md`; `x` says \"Three\".";
        assert_eq!(
            named(text),
            [
                ("book/src/a.md", vec!["One", "Two"]),
                ("book/src/b.md", vec!["Three"])
            ]
        );
    }

    #[test]
    fn a_heading_is_its_words() {
        let lines = ["# One", "### Two words {#two}", "text", "#"];
        let found = lines.map(heading);
        assert_eq!(found, [Some("One"), Some("Two words"), None, Some("")]);
    }
}
