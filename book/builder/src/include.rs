//! mdBook's directives in a page: `{{#include path:anchor}}` and its siblings.

/// One directive.
#[derive(Debug, PartialEq, Eq)]
pub struct Include {
    /// From 1.
    pub line: usize,
    /// `include`, or another verb of mdBook's.
    pub verb: String,
    /// As written, from the page's folder.
    pub path: String,
    /// What stands behind the first colon: an anchor, or line numbers.
    pub part: Option<String>,
}

/// The directives of `text`; one that a backslash escapes is text, and `title` names no file.
pub fn includes(text: &str) -> Vec<Include> {
    let mut includes = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        for (at, _) in line.match_indices("{{") {
            if !line[..at].ends_with('\\') {
                includes.extend(directive(&line[at..], number));
            }
        }
    }
    includes
}

fn directive(text: &str, line: usize) -> Option<Include> {
    let inside = text.strip_prefix("{{")?.split_once("}}")?.0;
    let mut words = inside.trim().strip_prefix('#')?.split_whitespace();
    let (verb, file) = (words.next()?, words.next()?);
    let (path, part) = match file.split_once(':') {
        Some((path, part)) => (path, Some(part.to_owned())),
        None => (file, None),
    };
    (verb != "title").then(|| Include {
        line,
        verb: verb.to_owned(),
        path: path.to_owned(),
        part,
    })
}

/// Whether `line` is a directive and nothing else.
pub fn is_only_an_include(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("{{#include ") && line.ends_with("}}") && line.matches("{{").count() == 1
}

#[cfg(test)]
mod tests {
    use super::{Include, includes, is_only_an_include};

    #[test]
    fn a_directive_tells_its_line_its_file_and_its_part() {
        let text =
            "text\n{{#include ../a.rs:one}} {{ #include b.html }}\n\\{{#include c}} {{#title T}}";
        let include = |path: &str, part: Option<&str>| Include {
            line: 2,
            verb: "include".into(),
            path: path.into(),
            part: part.map(str::to_owned),
        };
        assert_eq!(
            includes(text),
            [include("../a.rs", Some("one")), include("b.html", None)]
        );
    }

    #[test]
    fn a_line_with_more_than_a_directive_is_not_only_an_include() {
        assert!(is_only_an_include("  {{#include a.rs:one}}"));
        assert!(!is_only_an_include("{{#include a.rs:one}} let x = 1;"));
        assert!(!is_only_an_include("{{#include a}} {{#include b}}"));
    }
}
