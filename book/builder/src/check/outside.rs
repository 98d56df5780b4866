//! A page loads nothing from elsewhere: the book works offline, and tells nobody who reads it.

use super::page;
use crate::finding::Finding;
use crate::html::{Element, elements};
use crate::site::Site;
use crate::sources::Sources;

/// Elements that load what their address names, as soon as they are read; a link is only followed.
const LOADING: [&str; 12] = [
    "audio", "embed", "feimage", "iframe", "image", "img", "link", "object", "script", "source",
    "track", "video",
];
const ADDRESSES: [&str; 6] = ["src", "href", "data", "poster", "srcset", "xlink:href"];
const CURE: &str = "put a copy into the book, or do without";

pub fn findings(sources: &Sources, site: &Site) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, html) in page::pages(sources, site) {
        for element in elements(html) {
            if let Some(address) = loaded(&element) {
                let (file, line) = page::place(sources, path, &[address]);
                let what = format!("<{}> loads {address}", element.name);
                findings.push(Finding::new(&file, line, what, CURE));
            }
        }
    }
    for style in sources
        .theme
        .iter()
        .filter(|text| text.path.extension().is_some_and(|end| end == "css"))
    {
        for (number, line) in (1..).zip(style.text.lines()) {
            let loads = line.contains("@import") || line.contains("url(");
            if loads
                && ["http:", "https:", "(//", "\"//", "'//"]
                    .iter()
                    .any(|end| line.contains(end))
            {
                let what = format!("the style loads from elsewhere: {}", line.trim());
                findings.push(Finding::new(&style.path, number, what, CURE));
            }
        }
    }
    findings
}

/// The foreign address that `element` loads, if it does.
fn loaded(element: &Element) -> Option<&str> {
    let loads = LOADING.contains(&element.name.as_str());
    let mut addresses = ADDRESSES.iter().filter_map(|name| element.attribute(name));
    addresses.find(|address| loads && is_foreign(address))
}

/// Whether `address` leads to another host.
pub fn is_foreign(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    ["http:", "https:", "//"]
        .iter()
        .any(|begin| address.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::loaded;
    use crate::html::elements;

    #[test]
    fn what_is_loaded_from_elsewhere_is_found_and_links_are_not() {
        let loads = |html: &str| elements(html).iter().any(|one| loaded(one).is_some());
        assert!(loads("<script src='https://example.org/a.js'></script>"));
        assert!(loads("<img src='//example.org/a.png'>"));
        assert!(!loads("<img src='a.png'>"));
        assert!(!loads("<a href='https://example.org/'>there</a>"));
    }
}
