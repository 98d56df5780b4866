//! Every page is in the summary once, and everything in the summary is a page.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::finding::Finding;
use crate::markdown::links;
use crate::sources::Sources;

pub fn findings(sources: &Sources) -> Vec<Finding> {
    let summary = &sources.summary;
    let folder = summary.path.parent().expect("the summary lies in a folder");
    let mut listed = BTreeMap::<PathBuf, usize>::new();
    let mut findings = Vec::new();
    for (line, link) in links(&summary.text) {
        let path = folder.join(&link);
        let is_page = sources.pages.iter().any(|page| page.path == path);
        let what = match listed.insert(path, line) {
            Some(first) => format!("`{link}` is listed a second time (first in line {first})"),
            None if is_page => continue,
            None => format!("there is no page `{link}`"),
        };
        let cure = "list each page once, by its path below book/src";
        findings.push(Finding::new(&summary.path, line, what, cure));
    }
    let unlisted = sources
        .pages
        .iter()
        .filter(|page| !listed.contains_key(&page.path));
    findings.extend(unlisted.map(|page| {
        let cure = "list it in book/src/SUMMARY.md, or remove it";
        Finding::new(
            &page.path,
            0,
            "the summary does not lead to this page",
            cure,
        )
    }));
    findings
}
