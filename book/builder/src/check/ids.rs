//! An id that a page or a figure gives is found once in the whole book, and what refers to one finds it.
//!
//! The print page holds all pages at once: there mdBook renames an id that it meets twice,
//! and the title of a figure that refers to it is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::page;
use crate::finding::Finding;
use crate::html::{Element, elements};
use crate::site::Site;
use crate::sources::Sources;

/// Elements to which mdBook gives ids of its own, and keeps them apart.
const NAMED_BY_MDBOOK: [&str; 7] = ["h1", "h2", "h3", "h4", "h5", "h6", "dt"];
/// How mdBook's ids for footnotes begin.
const FOOTNOTES: [&str; 2] = ["footnote-", "fr-"];
/// Attributes that hold ids of the same page.
const REFERENCES: [&str; 4] = [
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "for",
];

pub fn findings(sources: &Sources, site: &Site) -> Vec<Finding> {
    let mut findings = twice(sources, site);
    for (path, html) in site.texts(".html") {
        findings.extend(dangling(&elements(html)).into_iter().map(|id| {
            let (file, line) = page::place(sources, path, &[&id]);
            let what = format!("something refers to the id `{id}`, which {path} does not have");
            Finding::new(&file, line, what, "correct the reference, or give the id")
        }));
    }
    findings
}

/// Ids of which the book has two.
fn twice(sources: &Sources, site: &Site) -> Vec<Finding> {
    // For each id the first page that has it, and whether mdBook gave it.
    let mut known = BTreeMap::<String, (&str, bool)>::new();
    let mut findings = Vec::new();
    for (path, html) in page::pages(sources, site) {
        for element in elements(html).iter().filter(|element| element.in_main) {
            let Some(id) = element.attribute("id") else {
                continue;
            };
            let by_mdbook = is_by_mdbook(element, id);
            let Some(&(first, also)) = known.get(id) else {
                known.insert(id.to_owned(), (path, by_mdbook));
                continue;
            };
            if first == path || !(by_mdbook && also) {
                findings.push(clash(sources, id, path, first));
            }
        }
    }
    findings
}

fn is_by_mdbook(element: &Element, id: &str) -> bool {
    NAMED_BY_MDBOOK.contains(&element.name.as_str())
        || FOOTNOTES.iter().any(|begin| id.starts_with(begin))
}

fn clash(sources: &Sources, id: &str, path: &str, first: &str) -> Finding {
    let needles = [
        format!("id=\"{id}\""),
        format!("id='{id}'"),
        format!("#{id}}}"),
    ];
    let (file, line) = page::place(sources, path, &needles.each_ref().map(String::as_str));
    let (page, first) = [path, first]
        .map(|path| path.trim_end_matches(".html"))
        .into();
    let what = match page == first {
        true => format!("the id `{id}` stands twice on this page"),
        false => format!("the id `{id}` also stands on the page {first}.md"),
    };
    Finding::new(&file, line, what, "give one of the two another id")
}

/// The ids that are referred to in `elements`, and that none of them has.
fn dangling(elements: &[Element]) -> BTreeSet<String> {
    let ids: BTreeSet<_> = elements
        .iter()
        .filter_map(|one| one.attribute("id"))
        .collect();
    let ours = elements.iter().filter(|element| element.in_main);
    let references =
        ours.flat_map(|element| REFERENCES.iter().filter_map(|name| element.attribute(name)));
    let referred = references.flat_map(str::split_whitespace);
    referred
        .filter(|id| !ids.contains(id))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::dangling;
    use crate::html::elements;

    #[test]
    fn every_id_that_is_referred_to_must_be_there() {
        let html = "<main><svg aria-labelledby='a b'><title id=a>x</title></svg></main>";
        assert_eq!(Vec::from_iter(dangling(&elements(html))), ["b"]);
    }
}
