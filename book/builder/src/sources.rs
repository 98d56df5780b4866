//! What the book is made of: pages, figures, tables, theme, and the files that pages include.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use crate::include::{self, Include};

/// A file's text, and its path from the repository's root.
#[derive(Clone, Debug)]
pub struct Text {
    /// From the repository's root.
    pub path: PathBuf,
    /// All of it.
    pub text: String,
}

impl Text {
    /// Returns the number of the first line that holds `what`.
    pub fn line_of(&self, what: &str) -> Option<usize> {
        let at = self.text.find(what)?;
        Some(1 + self.text[..at].matches('\n').count())
    }
}

/// All that a book is made of.
#[derive(Debug)]
pub struct Sources {
    /// `src/SUMMARY.md`.
    pub summary: Text,
    /// The other Markdown files below `src`.
    pub pages: Vec<Text>,
    /// The generated fragments: `figures/**/*.html`.
    pub figures: Vec<Text>,
    /// The generated tables: `measured/**/*.md`.
    pub measured: Vec<Text>,
    /// The plots of such tables: `measured/**/*.html`.
    pub plots: Vec<Text>,
    /// Our own style and script: `theme/*.css`, `theme/*.js`.
    pub theme: Vec<Text>,
    /// The words that the spelling check accepts: `builder/words.txt`.
    pub words: Text,
    /// What pages and tables include, as far as it can be read.
    pub included: BTreeMap<PathBuf, Text>,
}

impl Sources {
    /// Reads the book in the folder `book`, which lies in the repository's root.
    ///
    /// # Errors
    ///
    /// If a file that is there cannot be read as text.
    pub fn read(book: &Path) -> Result<Self> {
        let root = book.parent().context("the book lies in a repository")?;
        let texts = |folder: &str, ends: &[&str]| texts(root, &book.join(folder), ends);
        let mut pages = texts("src", &["md"])?;
        let is_summary = |page: &Text| page.path.ends_with("src/SUMMARY.md");
        let summary = pages.iter().position(is_summary);
        let summary = pages.remove(summary.context("book/src/SUMMARY.md is missing")?);
        let words = book.join("builder/words.txt");
        let words = match words.exists() {
            true => read(root, &words)?,
            false => read_nothing(root, &words),
        };
        let measured = texts("measured", &["md"])?;
        Ok(Self {
            included: included(root, pages.iter().chain(&measured)),
            summary,
            pages,
            figures: texts("figures", &["html"])?,
            measured,
            plots: texts("measured", &["html"])?,
            theme: texts("theme", &["css", "js"])?,
            words,
        })
    }

    /// Returns what is read as HTML: figures, then plots.
    pub fn fragments(&self) -> impl Iterator<Item = &Text> {
        self.figures.iter().chain(&self.plots)
    }

    /// Returns what is read as Markdown: pages, then tables.
    pub fn markdown(&self) -> impl Iterator<Item = &Text> {
        self.pages.iter().chain(&self.measured)
    }
}

/// The path of what `text` includes, from the repository's root.
pub(crate) fn target(text: &Text, include: &Include) -> PathBuf {
    let folder = text.path.parent().unwrap_or(Path::new(""));
    tidy(&folder.join(&include.path))
}

/// Takes `..` back without asking the disk, as mdBook's users read it.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir if tidy.file_name().is_some() => {
                tidy.pop();
            }
            Component::CurDir => {}
            part => tidy.push(part),
        }
    }
    tidy
}

fn included<'a>(root: &Path, texts: impl Iterator<Item = &'a Text>) -> BTreeMap<PathBuf, Text> {
    let mut included = BTreeMap::new();
    for text in texts {
        for include in include::includes(&text.text) {
            let path = target(text, &include);
            if let Ok(text) = read(root, &root.join(&path)) {
                included.insert(path, text);
            }
        }
    }
    included
}

/// The texts below `folder` whose names end in one of `ends`, in order; none if there is no such folder.
fn texts(root: &Path, folder: &Path, ends: &[&str]) -> Result<Vec<Text>> {
    let mut files = files(folder)?;
    files.retain(|path| {
        ends.iter()
            .any(|&end| path.extension().is_some_and(|e| e == end))
    });
    files.iter().map(|path| read(root, path)).collect()
}

/// The files below `folder`, in order; none if there is no such folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    let context = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        match path.is_dir() {
            true => files.extend(self::files(&path)?),
            false => files.push(path),
        }
    }
    files.sort();
    Ok(files)
}

fn read(root: &Path, path: &Path) -> Result<Text> {
    let text = fs::read_to_string(path);
    let text = text.with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Text {
        text,
        ..read_nothing(root, path)
    })
}

fn read_nothing(root: &Path, path: &Path) -> Text {
    Text {
        path: path.strip_prefix(root).unwrap_or(path).to_path_buf(),
        text: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::tidy;

    #[test]
    fn parents_are_taken_back_without_asking_the_disk() {
        let path = Path::new("book/src/01-race/../../figures/./a.html");
        assert_eq!(tidy(path), Path::new("book/figures/a.html"));
        assert_eq!(tidy(Path::new("../a")), Path::new("../a"));
    }
}
