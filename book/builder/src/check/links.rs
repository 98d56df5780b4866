//! Every link inside the book finds its page, and the place on it.

use std::collections::{BTreeMap, BTreeSet};

use super::outside::is_foreign;
use super::page;
use crate::finding::Finding;
use crate::html::{Element, elements};
use crate::site::Site;
use crate::sources::Sources;

/// What a link can find: the ids of each page of the built book.
type Places<'a> = BTreeMap<&'a str, BTreeSet<String>>;

pub fn findings(sources: &Sources, site: &Site) -> Vec<Finding> {
    let places = site
        .texts(".html")
        .map(|(path, html)| (path, ids(&elements(html))));
    let places = places.collect();
    let mut findings = Vec::new();
    for (path, html) in page::pages(sources, site) {
        let elements = elements(html);
        for link in elements
            .iter()
            .filter_map(link)
            .filter(|link| is_internal(link))
        {
            let Some(complaint) = broken(link, path, site, &places) else {
                continue;
            };
            let written = link.replacen(".html", ".md", 1);
            let (file, line) = page::place(sources, path, &[&written, link]);
            let cure = format!("correct `{written}`, or write what it means");
            findings.push(Finding::new(&file, line, complaint, cure));
        }
    }
    findings
}

fn link(element: &Element) -> Option<&str> {
    element
        .attribute("href")
        .or_else(|| element.attribute("src"))
}

fn is_internal(link: &str) -> bool {
    let has_scheme = link.split_once(':').is_some_and(|(scheme, _)| {
        scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    });
    !is_foreign(link) && !has_scheme
}

fn ids(elements: &[Element]) -> BTreeSet<String> {
    let names =
        |element: &Element| ["id", "name"].map(|name| element.attribute(name).map(str::to_owned));
    elements.iter().flat_map(names).flatten().collect()
}

/// What is wrong about `link` on the page `base`; nothing if it finds what it means.
fn broken(link: &str, base: &str, site: &Site, places: &Places<'_>) -> Option<String> {
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let target = resolve(base, &decode(path));
    if site.get(&target).is_none() {
        return Some(format!("the link finds no page {target}"));
    }
    let fragment = decode(fragment);
    let finds = fragment.is_empty() || places.get(target.as_str())?.contains(&fragment);
    (!finds).then(|| format!("the link finds no place `#{fragment}` on {target}"))
}

/// The file that `path` means on the page `base`.
fn resolve(base: &str, path: &str) -> String {
    if path.is_empty() {
        return base.to_owned();
    }
    let mut parts: Vec<_> = base.split('/').collect();
    parts.pop();
    if path.starts_with('/') {
        parts.clear();
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    if path.ends_with('/') {
        parts.push("index.html");
    }
    parts.join("/")
}

/// Takes `%20` and its like back.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|digits| str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{decode, is_internal, resolve};

    #[test]
    fn links_are_read_from_the_page_that_holds_them() {
        assert_eq!(resolve("01-race/why.html", "fix.html"), "01-race/fix.html");
        assert_eq!(resolve("01-race/why.html", "../a.html"), "a.html");
        assert_eq!(resolve("01-race/why.html", ""), "01-race/why.html");
        assert_eq!(resolve("01-race/why.html", "/a/"), "a/index.html");
    }

    #[test]
    fn an_address_with_a_scheme_is_no_page() {
        assert!(is_internal("a.html#b"));
        assert!(!is_internal("mailto:a@example.org"));
        assert!(!is_internal("https://example.org/"));
    }

    #[test]
    fn escapes_are_taken_back() {
        assert_eq!(decode("a%20b%C3%A9%zz%"), "a bé%zz%");
    }
}
