//! The built book, held in memory: whoever reads it cannot leave it, and a broken build cannot harm it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The files of a built book, by their path below its folder, with `/` between the names.
#[derive(Clone, Debug, Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Reads all files below `folder`.
    ///
    /// Symbolic links are passed over: a book has none, and one could lead anywhere.
    ///
    /// # Errors
    ///
    /// If the folder or a file in it cannot be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut site = Self::default();
        site.add(folder, "")?;
        Ok(site)
    }

    fn add(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let context = || format!("cannot read {}", folder.display());
        for entry in fs::read_dir(folder).with_context(context)? {
            let entry = entry.with_context(context)?;
            let kind = entry.file_type().with_context(context)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if kind.is_dir() {
                self.add(&entry.path(), &format!("{name}/"))?;
            } else if kind.is_file() {
                self.files
                    .insert(name, fs::read(entry.path()).with_context(context)?);
            }
        }
        Ok(())
    }

    /// Returns the file at `path`, such as `01-race/why.html`.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Returns the paths and texts of the files whose names end in `end`.
    pub fn texts<'a>(&'a self, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let files = self
            .files
            .iter()
            .filter(move |(path, _)| path.ends_with(end));
        files.filter_map(|(path, bytes)| Some((path.as_str(), str::from_utf8(bytes).ok()?)))
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Site {
    fn from(files: [(&str, &str); N]) -> Self {
        let own = |(path, text): (&str, &str)| (path.to_owned(), text.as_bytes().to_vec());
        Self {
            files: files.map(own).into(),
        }
    }
}
