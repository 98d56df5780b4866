//! From a file of the built book back to the text that it was made of.

use std::path::{Path, PathBuf};

use crate::include::includes;
use crate::site::Site;
use crate::sources::{Sources, Text, target};

/// The page that `path`, such as `01-race/why.html`, was made of.
pub fn source<'a>(sources: &'a Sources, path: &str) -> Option<&'a Text> {
    let folder = sources.summary.path.parent()?;
    let path = folder.join(Path::new(path).with_extension("md"));
    sources.pages.iter().find(|page| page.path == path)
}

/// The pages of `site` with the text of each, without what mdBook adds: the print page, the first page's copy.
pub fn pages<'a>(sources: &'a Sources, site: &'a Site) -> impl Iterator<Item = (&'a str, &'a str)> {
    let all = site.texts(".html");
    all.filter(|(path, _)| source(sources, path).is_some())
}

/// Where the file at `path` got one of `needles` from: the page, what it includes, or nobody but mdBook.
pub fn place(sources: &Sources, path: &str, needles: &[&str]) -> (PathBuf, usize) {
    let Some(page) = source(sources, path) else {
        return (Path::new("book/build").join(path), 0);
    };
    let included = includes(&page.text).into_iter();
    let included = included.filter_map(|include| sources.included.get(&target(page, &include)));
    for text in [page].into_iter().chain(included) {
        if let Some(line) = needles.iter().find_map(|needle| text.line_of(needle)) {
            return (text.path.clone(), line);
        }
    }
    (page.path.clone(), 0)
}
