//! Notices that one file was saved, however an editor does that.
//!
//! By looking again and again: it works on every file system, and an editor that writes a new file
//! and renames it over the old one looks no different from one that writes in place.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// How often to look.
pub const GLANCE: Duration = Duration::from_millis(50);
/// How long a file must stay as it is to be taken for written to its end.
pub const SETTLED: Duration = Duration::from_millis(20);
/// How long a file must be away to be taken for gone: some editors move it away before they write the new one.
const GONE: Duration = Duration::from_millis(400);

/// What is found where the file should be.
#[derive(Clone, Copy, PartialEq)]
pub enum Found {
    /// A file with this time of change, length, and identity.
    File(Option<SystemTime>, u64, u64),
    Folder,
    Nothing,
}

/// A file that is looked at.
pub struct Watched {
    pub path: PathBuf,
    known: Found,
    /// What was seen last, if that is news, and since when.
    news: Option<(Found, Instant)>,
}

impl Watched {
    pub fn new(path: PathBuf) -> Self {
        Self {
            known: found(&path),
            path,
            news: None,
        }
    }

    /// What is there, if it is not what was there before, and has settled.
    pub fn look(&mut self) -> Option<Found> {
        let now = found(&self.path);
        if now == self.known {
            self.news = None;
            return None;
        }
        let since = match self.news {
            Some((seen, since)) if seen == now => since,
            _ => Instant::now(),
        };
        self.news = Some((now, since));
        let patience = if now == Found::Nothing { GONE } else { SETTLED };
        if since.elapsed() < patience {
            return None;
        }
        (self.known, self.news) = (now, None);
        Some(now)
    }

    /// When to look next.
    pub fn next_glance(&self) -> Duration {
        if self.news.is_some() { SETTLED } else { GLANCE }
    }
}

fn found(path: &PathBuf) -> Found {
    match fs::metadata(path) {
        Err(_) => Found::Nothing,
        Ok(data) if data.is_dir() => Found::Folder,
        Ok(data) => Found::File(data.modified().ok(), data.len(), identity(&data)),
    }
}

#[cfg(unix)]
fn identity(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> u64 {
    0
}
