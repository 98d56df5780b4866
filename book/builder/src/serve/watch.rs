//! Notices that something the book is made of was saved, by looking again and again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::sources::{Sources, files};

/// What lies in the book's folder and makes it.
const PARTS: [&str; 5] = ["src", "figures", "measured", "python", "theme"];

/// The files of a book, and when each was changed.
pub struct Watched {
    book: PathBuf,
    /// What pages include, which only a change can change.
    included: Vec<PathBuf>,
    known: Stamps,
}

type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Watched {
    pub fn new(book: &Path) -> Self {
        let included = included(book);
        Self {
            book: book.to_path_buf(),
            known: stamps(book, &included),
            included,
        }
    }

    /// Whether anything has changed since this was last asked.
    pub fn has_changed(&mut self) -> bool {
        let now = stamps(&self.book, &self.included);
        let has_changed = now != self.known;
        if has_changed {
            self.included = included(&self.book);
            self.known = stamps(&self.book, &self.included);
        }
        has_changed
    }
}

fn stamps(book: &Path, included: &[PathBuf]) -> Stamps {
    let mut stamps = Stamps::new();
    let parts = PARTS
        .iter()
        .flat_map(|part| files(&book.join(part)).unwrap_or_default());
    let parts = parts.chain([book.join("book.toml")]);
    for path in parts.chain(included.iter().cloned()) {
        // A file that is gone is news as well: it is missing in the next list.
        if let Ok(data) = fs::metadata(&path) {
            stamps.insert(path, (data.modified().ok(), data.len()));
        }
    }
    stamps
}

/// What pages include, wherever it lies; nothing while the book cannot be read.
fn included(book: &Path) -> Vec<PathBuf> {
    let root = book.parent().unwrap_or(book);
    let sources = Sources::read(book);
    let paths = sources.map(|sources| sources.included.into_keys());
    paths.map_or_else(
        |_| Vec::new(),
        |paths| paths.map(|path| root.join(path)).collect(),
    )
}
