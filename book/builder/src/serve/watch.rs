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
    known: Stamps,
}

type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Watched {
    pub fn new(book: &Path) -> Self {
        Self {
            known: stamps(book),
            book: book.to_path_buf(),
        }
    }

    /// Whether anything has changed since this was last asked.
    pub fn has_changed(&mut self) -> bool {
        let now = stamps(&self.book);
        let has_changed = now != self.known;
        self.known = now;
        has_changed
    }
}

fn stamps(book: &Path) -> Stamps {
    let mut stamps = Stamps::new();
    let parts = PARTS
        .iter()
        .flat_map(|part| files(&book.join(part)).unwrap_or_default());
    for path in parts.chain(elsewhere(book)).chain([book.join("book.toml")]) {
        // A file that is gone is news as well: it is missing in the next list.
        if let Ok(data) = fs::metadata(&path) {
            stamps.insert(path, (data.modified().ok(), data.len()));
        }
    }
    stamps
}

/// What pages include from outside the book's folder; nothing while the book cannot be read.
fn elsewhere(book: &Path) -> Vec<PathBuf> {
    let root = book.parent().unwrap_or(book);
    let sources = Sources::read(book);
    let paths = sources.map(|sources| sources.included.into_keys());
    paths.map_or_else(
        |_| Vec::new(),
        |paths| paths.map(|path| root.join(path)).collect(),
    )
}
