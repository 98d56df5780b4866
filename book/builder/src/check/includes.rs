//! Every include finds its file and its anchor, and there is something to show.
//!
//! mdBook shows an empty block for a missing anchor, and says nothing.

use std::path::Path;

use crate::anchors::{self, Anchor};
use crate::finding::Finding;
use crate::include::{self, Include};
use crate::sources::{Sources, Text, target};

pub fn findings(sources: &Sources) -> Vec<Finding> {
    let mut findings: Vec<_> = sources.included.values().flat_map(flaws).collect();
    for text in sources.markdown() {
        for include in include::includes(&text.text) {
            let path = target(text, &include);
            let included = sources.included.get(&path);
            if let Some((what, cure)) = complaint(&include, &path, included) {
                findings.push(Finding::new(&text.path, include.line, what, cure));
            }
        }
    }
    findings
}

/// What is wrong with one include, and the cure.
fn complaint(include: &Include, path: &Path, included: Option<&Text>) -> Option<(String, String)> {
    let file = path.display();
    let told = |what: String, cure: &str| Some((what, cure.to_owned()));
    if include.verb != "include" {
        let what = format!("`{{{{#{}}}}}` is used", include.verb);
        return told(
            what,
            "use `{{#include path:anchor}}`, which the checks know",
        );
    }
    let Some(included) = included else {
        let cure = "correct the path, which begins at the page's folder";
        return told(format!("there is no text file {file} to include"), cure);
    };
    let (anchors, _) = anchors::anchors(&included.text);
    let Some(name) = include.part.as_deref() else {
        return match (included.text.trim().is_empty(), anchors.first()) {
            (true, _) => told(format!("{file} is empty"), "write it, or include another"),
            (false, Some(anchor)) => told(
                format!(
                    "{file} is shown with the lines of its anchor `{}`",
                    anchor.name
                ),
                "include an anchor of it",
            ),
            _ => None,
        };
    };
    if name.starts_with(|c: char| c.is_ascii_digit() || c == ':') || name.is_empty() {
        let what = format!("{file} is included by the numbers of its lines");
        return told(what, "include an anchor, which moves with the code");
    }
    match anchors.iter().find(|anchor| anchor.name == name) {
        Some(anchor) if anchor.holds_text => None,
        Some(_) => told(
            format!("the anchor `{name}` of {file} holds nothing"),
            "put the lines to show between its two marks",
        ),
        None => told(
            format!("{file} has no anchor `{name}`"),
            &format!("mark the lines with `ANCHOR: {name}` and `ANCHOR_END: {name}`"),
        ),
    }
}

/// What is wrong with the anchors of one included file.
fn flaws(text: &Text) -> Vec<Finding> {
    let (anchors, strays) = anchors::anchors(&text.text);
    let stray = |(line, name): (usize, String)| {
        let what = format!("the anchor `{name}` ends and has not begun");
        Finding::new(&text.path, line, what, "add its `ANCHOR:`, or take it away")
    };
    let mut findings: Vec<_> = strays.into_iter().map(stray).collect();
    for (index, anchor) in anchors.iter().enumerate() {
        findings.extend(flaw(anchor, &anchors[..index]).map(|(what, cure)| {
            let what = format!("the anchor `{}` {what}", anchor.name);
            Finding::new(&text.path, anchor.line, what, cure)
        }));
    }
    findings
}

fn flaw(anchor: &Anchor, before: &[Anchor]) -> Option<(String, &'static str)> {
    if let Some(first) = before.iter().find(|other| other.name == anchor.name) {
        let what = format!("begins a second time (first in line {})", first.line);
        return Some((what, "give each anchor of a file its own name"));
    }
    let cure = "add its `ANCHOR_END:` behind the lines to show";
    (!anchor.is_closed).then(|| ("has no end".to_owned(), cure))
}
