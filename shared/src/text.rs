//! A text of any size, in chunks that threads can work on: each ends where a word does, and none is long.

mod chunks;
mod tally;
#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use chunks::{CHUNK, Chunks};
pub use tally::{Tally, words};

/// A piece of a text, of whole words; bytes, since not every text is UTF-8.
pub type Chunk = Vec<u8>;

/// What the files of a text in a directory end in.
const ENDINGS: [&str; 2] = ["md", "txt"];

/// Says where a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// In files, which can be read again.
    Files {
        /// The files, in the order in which they are read.
        paths: Vec<PathBuf>,
        /// How many bytes they were when the text was found.
        bytes: u64,
    },
    /// In something that can be read once, and nobody knows how long it is, such as a pipe.
    Stream(PathBuf),
    /// In the standard input.
    Stdin,
}

impl Text {
    /// Finds a text: a file, a directory with files that end in `.md` or `.txt`, or `-` for the standard input.
    ///
    /// # Errors
    ///
    /// Fails with the path and the reason if there is nothing to read.
    pub fn find(path: &Path) -> io::Result<Self> {
        if path == "-" {
            return Ok(Self::Stdin);
        }
        let metadata = fs::metadata(path).map_err(|error| at(path, &error))?;
        if metadata.is_file() {
            let (paths, bytes) = (vec![path.to_owned()], metadata.len());
            return Ok(Self::Files { paths, bytes });
        }
        if !metadata.is_dir() {
            return Ok(Self::Stream(path.to_owned()));
        }
        let (mut paths, mut bytes) = (Vec::new(), 0);
        collect(path, &mut paths, &mut bytes)?;
        if paths.is_empty() {
            let reason = format!("{}: no file in it ends in .md or .txt", path.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, reason));
        }
        Ok(Self::Files { paths, bytes })
    }

    /// Finds the course's own book, from a lesson that was built in this folder.
    ///
    /// `cargo run` says where the lesson lies now; the tree may have been moved since it was built.
    ///
    /// # Errors
    ///
    /// As [`find`](Self::find).
    pub fn of_the_book(built_in: &str) -> io::Result<Self> {
        let lesson = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| built_in.into());
        Self::find(&Path::new(&lesson).join("../../book/src"))
    }

    /// Reads the text in chunks; from the standard input only once.
    #[must_use]
    pub fn chunks(&self) -> Chunks {
        Chunks::of(self)
    }

    /// Tells about how many chunks there will be, if that is known.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        match self {
            Self::Files { paths, bytes } => Some(bytes / CHUNK as u64 + paths.len() as u64),
            Self::Stream(_) | Self::Stdin => None,
        }
    }

    /// Returns whether the text can be read more than once.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        matches!(self, Self::Files { .. })
    }
}

/// Lists the text files below a directory by name; does not follow links to other directories, which may lead in a circle.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>, bytes: &mut u64) -> io::Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            collect(&path, paths, bytes)?;
        } else if path.extension().is_some_and(is_text) {
            // A link to nowhere, or to a directory, is no text.
            if let Some(file) = fs::metadata(&path).ok().filter(fs::Metadata::is_file) {
                *bytes += file.len();
                paths.push(path);
            }
        }
    }
    Ok(())
}

fn is_text(ending: &OsStr) -> bool {
    ENDINGS.iter().any(|text| ending.eq_ignore_ascii_case(text))
}

/// Says where it happened.
fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
